package dev.mstv.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process writes, line by line, as long as it writes. */
final class Output {

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    static Output of(Process process) {
        Output output = new Output();
        Thread.ofVirtual().start(() -> output.read(process));
        return output;
    }

    /** The first line in which the pattern is found; empty if the process ends, or the limit passes, without one. */
    synchronized Optional<Matcher> await(Pattern pattern, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        int seen = 0;
        try {
            while (true) {
                for (; seen < lines.size(); seen++) {
                    Matcher matcher = pattern.matcher(lines.get(seen));
                    if (matcher.find()) {
                        return Optional.of(matcher);
                    }
                }
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (ended || left <= 0) {
                    return Optional.empty();
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** All lines; waits until the process has closed its output. */
    synchronized List<String> all() {
        try {
            while (!ended) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(lines);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(output lost: " + e.getMessage() + ")");
        }
        end();
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
