package dev.mstv.platform.redis;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The link that is in use, if there is one. Thread-safe. */
final class Current {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Link link;
    private long goneSince = System.nanoTime();

    @Nullable
    Link get() {
        return link;
    }

    void set(Link next) {
        lock.lock();
        try {
            link = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Puts the link out of use; false if it is not in use any more. */
    boolean drop(Link failed) {
        lock.lock();
        try {
            if (link != failed) {
                return false;
            }
            link = null;
            goneSince = System.nanoTime();
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is a link; waits for one until there has been none for the given time. */
    boolean returnsWithin(Duration absence) {
        lock.lock();
        try {
            long remaining = absence.toNanos() - (System.nanoTime() - goneSince);
            while (link == null && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            return link != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long, or until this link is out of use; false if it is. */
    boolean lasts(Link watched, Duration time) {
        lock.lock();
        try {
            long remaining = time.toNanos();
            while (link == watched && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            return link == watched;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long, whatever happens. */
    void pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long remaining = time.toNanos();
            while (remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }
}
