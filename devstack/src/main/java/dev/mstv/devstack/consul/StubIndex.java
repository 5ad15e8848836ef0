package dev.mstv.devstack.consul;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Counts all changes, and lets who asks wait for one. Thread-safe. */
final class StubIndex {

    private static final long FIRST = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long last = FIRST;

    /** What changes together has an index together. */
    final class Table {

        private long index = FIRST;

        long index() {
            lock.lock();
            try {
                return index;
            } finally {
                lock.unlock();
            }
        }

        /** Makes a change; it is given its index. */
        void change(LongConsumer change) {
            lock.lock();
            try {
                index = ++last;
                change.accept(index);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Waits until the index is above {@code seen}, or the time is over. */
        void await(long seen, Duration time) throws InterruptedException {
            lock.lock();
            try {
                long remaining = time.toNanos();
                while (index <= seen && remaining > 0) {
                    remaining = changed.awaitNanos(remaining);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    Table table() {
        return new Table();
    }

    <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
