package dev.mstv.platform.jobs;

import dev.mstv.platform.events.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what waits to be done, one thing after the other on each of its virtual threads, and looks for more as long as it
 * is open. How the threads of all nodes share it is a matter of how a thing is claimed.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

    private final String name;
    private final BooleanSupplier one;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads;

    /**
     * Not started yet.
     *
     * @param one does one thing; false if there was none
     */
    public Worker(String name, BooleanSupplier one) {
        this.name = name;
        this.one = one;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + '-', 0).factory());
    }

    /** Begins, on so many threads. */
    public void start(int parallel) {
        for (int i = 0; i < parallel; i++) {
            Duration offset = LOOK.multipliedBy(i).dividedBy(parallel);
            threads.execute(() -> work(offset));
        }
    }

    private void work(Duration offset) {
        int failures = 0;
        Duration pause = offset;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    pause = one.getAsBoolean() ? Duration.ZERO : LOOK;
                    failures = 0;
                } catch (RuntimeException e) {
                    // The database is away, most likely; what waits there waits until it is back.
                    pause = BACKOFF.after(++failures);
                    LOG.warn("{} cannot work now", name, e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins nothing more, and gives what is under way some seconds to come to its end. */
    @Override
    public void close() {
        closed.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
