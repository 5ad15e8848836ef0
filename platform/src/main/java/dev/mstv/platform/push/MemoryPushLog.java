package dev.mstv.platform.push;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The log of a process that is alone: it ends with the process. */
@Singleton
@Secondary
final class MemoryPushLog implements PushLog {

    private static final int MOST_HERE = 10_000;
    private static final int PAGE = 500;

    // Another run of the process has other positions.
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Push[] kept = new Push[MOST_HERE];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long end;

    @Override
    public void append(List<Push> pushes) {
        lock.lock();
        try {
            for (Push push : pushes) {
                kept[place(end)] = push;
                end++;
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reader read(@Nullable String position) throws PushesGoneException {
        lock.lock();
        try {
            return new FromMemory(position == null ? end : number(position), end);
        } finally {
            lock.unlock();
        }
    }

    private long first() {
        return Math.max(0, end - MOST_HERE);
    }

    private static int place(long number) {
        return (int) (number % MOST_HERE);
    }

    private long number(String position) throws PushesGoneException {
        int dash = position.indexOf('-');
        try {
            long number = Long.parseLong(position, dash + 1, position.length(), 10);
            if (dash > 0 && position.substring(0, dash).equals(run) && number <= end && number >= first()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As any other position that is not ours.
        }
        throw new PushesGoneException();
    }

    private final class FromMemory implements Reader {

        private final long goal;
        private long read;

        FromMemory(long read, long goal) {
            this.read = read;
            this.goal = goal;
        }

        @Override
        public String position() {
            return at(read);
        }

        @Override
        public List<Entry> next(Duration patience) throws PushesGoneException, InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = patience.toNanos();
                while (read == end && left > 0) {
                    left = more.awaitNanos(left);
                }
                return page();
            } finally {
                lock.unlock();
            }
        }

        private List<Entry> page() throws PushesGoneException {
            if (read < first()) {
                throw new PushesGoneException();
            }
            List<Entry> page = new ArrayList<>();
            while (read < end && page.size() < PAGE) {
                Push push = kept[place(read)];
                read++;
                page.add(new Entry(at(read), push));
            }
            return page;
        }

        @Override
        public boolean caughtUp() {
            return read >= goal;
        }

        @Override
        public void close() {}

        private String at(long number) {
            return run + '-' + number;
        }
    }
}
