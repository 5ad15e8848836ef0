package dev.mstv.devstack.up;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what a long step is doing and how long it has taken: alive on a terminal, one line per step elsewhere. */
final class Progress {

    private static final String FRAMES = "|/-\\";
    private static final int FRAME_MILLIS = 100;

    private final PrintStream out;
    private final boolean terminal;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    <T> T show(String what, Supplier<T> step) {
        long begin = System.nanoTime();
        T result = terminal ? animated(what, begin, step) : step.get();
        out.println((terminal ? "\r  " : "") + line(what, begin));
        return result;
    }

    private <T> T animated(String what, long begin, Supplier<T> step) {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Runnable frame = () -> out.print("\r" + frame(begin) + " " + line(what, begin));
            ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(frame, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return step.get();
            } finally {
                ticking.cancel(false);
            }
        }
    }

    boolean isTerminal() {
        return terminal;
    }

    void say(String line) {
        out.println(line);
    }

    private static char frame(long begin) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return FRAMES.charAt((int) (millis / FRAME_MILLIS % FRAMES.length()));
    }

    private static String line(String what, long begin) {
        return String.format(Locale.ROOT, "%s, %.1f s", what, (System.nanoTime() - begin) / 1e9);
    }
}
