package dev.mstv.platform.resilience;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Interrupts the thread that began it, again and again once its time is over, until {@link #end}. */
final class TimeLimit implements Runnable {

    private final Thread thread = Thread.currentThread();
    private @Nullable Future<?> alarm;
    private boolean over;
    private boolean struck;

    /** What makes it strike. */
    void by(Future<?> timer) {
        alarm = timer;
    }

    @Override
    public synchronized void run() {
        if (!over) {
            struck = true;
            thread.interrupt();
        }
    }

    /** Ends it: it interrupts nobody from now on, and nothing is left of its interrupts. True if it has struck. */
    boolean end() {
        boolean late = stop();
        if (alarm != null) {
            alarm.cancel(false);
        }
        return late && clear();
    }

    private synchronized boolean stop() {
        over = true;
        return struck;
    }

    // What somebody else wanted to say by interrupting at the same moment is lost: there is one flag.
    private static boolean clear() {
        boolean unused = Thread.interrupted();
        return true;
    }
}
