package dev.mstv.platform.persistence;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes single loads that many threads ask for at the same time one statement. Nothing is cached: a load sees whatever was
 * committed before it was asked for, so this is as right on N nodes as a statement for each of them, and under load it
 * costs a fraction. Thread-safe.
 *
 * <p>While some batches are under way, whoever comes queues up for the next one; this is group commit (DeWitt et al., 1984)
 * for reads.
 */
public final class BatchLoader<K, V> {

    private static final int BATCH = 256;
    private static final int UNDER_WAY = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Function<Set<K>, Map<K, V>> loadAll;
    private final Queue<Waiting<K, V>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * Makes a loader.
     *
     * @param loadAll the values of those keys that have one
     */
    public BatchLoader(Function<Set<K>, Map<K, V>> loadAll) {
        this.loadAll = loadAll;
    }

    /**
     * The value of a key; empty if it has none.
     *
     * @throws RuntimeException what loading its batch threw
     */
    public Optional<V> load(K key) {
        Waiting<K, V> waiting = new Waiting<>(key, new CompletableFuture<>());
        queue.add(waiting);
        begin();
        try {
            return Optional.ofNullable(waiting.value().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw tooLate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooLate();
        }
    }

    private void begin() {
        int running = underWay.get();
        while (running < UNDER_WAY) {
            if (underWay.compareAndSet(running, running + 1)) {
                Thread.ofVirtual().start(this::runBatches);
                return;
            }
            running = underWay.get();
        }
    }

    private void runBatches() {
        try {
            for (List<Waiting<K, V>> batch = next(); !batch.isEmpty(); batch = next()) {
                run(batch);
            }
        } finally {
            underWay.decrementAndGet();
        }
        // Who queued up after the last look and before the line above found all places taken.
        if (!queue.isEmpty()) {
            begin();
        }
    }

    private List<Waiting<K, V>> next() {
        List<Waiting<K, V>> batch = new ArrayList<>();
        while (batch.size() < BATCH) {
            Waiting<K, V> waiting = queue.poll();
            if (waiting == null) {
                break;
            }
            batch.add(waiting);
        }
        return batch;
    }

    // Whatever goes wrong is for those who wait to hear; the next batch may fare better.
    private void run(List<Waiting<K, V>> batch) {
        Set<K> keys = new HashSet<>();
        batch.forEach(waiting -> keys.add(waiting.key()));
        try {
            Map<K, V> values = loadAll.apply(keys);
            batch.forEach(waiting -> waiting.value().complete(values.get(waiting.key())));
        } catch (Throwable failure) {
            batch.forEach(waiting -> waiting.value().completeExceptionally(failure));
        }
    }

    private static RuntimeException tooLate() {
        return Problem.of(ProblemKind.UNAVAILABLE, "database_unavailable", "The database does not answer in time.")
                .retryAfter(Duration.ofSeconds(2))
                .refusal();
    }

    private record Waiting<K, V>(K key, CompletableFuture<@Nullable V> value) {}
}
