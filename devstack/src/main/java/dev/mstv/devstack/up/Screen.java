package dev.mstv.devstack.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lines that scroll, and on a terminal a table that stays below them. */
final class Screen {

    private static final int PERIOD_SECONDS = 2;

    private final PrintStream out;
    private final boolean terminal;
    private List<String> table = List.of();

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void line(String line) {
        erase();
        out.println(line);
        draw();
    }

    /** Keeps a table below the lines, as it is at each moment; elsewhere than on a terminal, as it is now. */
    void keep(Supplier<List<String>> rows) {
        if (terminal) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().factory());
            ScheduledFuture<?> unused =
                    clock.scheduleWithFixedDelay(() -> show(rows.get()), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        } else {
            rows.get().forEach(this::line);
        }
    }

    private synchronized void show(List<String> rows) {
        erase();
        table = List.copyOf(rows);
        draw();
    }

    /** Shows each line with this before it, until there are no more. */
    void follow(InputStream lines, String prefix) {
        Thread.ofVirtual().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    line(prefix + line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void erase() {
        if (!table.isEmpty()) {
            out.print("\033[" + table.size() + "A\033[J");
        }
    }

    private void draw() {
        table.forEach(out::println);
        out.flush();
    }
}
