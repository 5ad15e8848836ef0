package dev.mstv.acceptance;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients have asked for and what they were told. Thread-safe. */
final class Ledger {

    private final Queue<Expected> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();

    /** An event that must be there, because the command was acknowledged whose request it came from. */
    record Expected(String requestId, String type) {}

    void acknowledge(String requestId, List<String> types) {
        types.forEach(type -> acknowledged.add(new Expected(requestId, type)));
    }

    /** Nobody knows whether the command was done. */
    void leaveOpen() {
        open.incrementAndGet();
    }

    void retry() {
        retried.incrementAndGet();
    }

    /** An answer that no client expects, whatever was killed. */
    void wonder(String answer) {
        surprises.add(answer);
    }

    List<Expected> expected() {
        return List.copyOf(acknowledged);
    }

    int acknowledged() {
        return (int) acknowledged.stream().map(Expected::requestId).distinct().count();
    }

    int open() {
        return open.get();
    }

    int retried() {
        return retried.get();
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
