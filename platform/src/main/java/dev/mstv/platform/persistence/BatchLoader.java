package dev.mstv.platform.persistence;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes single loads that many threads ask for at the same time one statement. Nothing is cached: a load sees whatever was
 * committed before it was asked for, so this is as right on N nodes as a statement for each of them, and under load it
 * costs a fraction. Thread-safe.
 *
 * <p>While a batch is under way, whoever comes queues up for the next one; this is group commit (DeWitt et al., 1984)
 * for reads.
 */
public final class BatchLoader<K, V> {

    private static final int BATCH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Function<Set<K>, Map<K, V>> loadAll;
    private final Queue<Waiting<K, V>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

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
        Waiting<K, V> waiting = enqueued(key);
        begin();
        return Optional.ofNullable(await(waiting));
    }

    /**
     * The values of those keys that have one, as {@link #load} gives each.
     *
     * @throws RuntimeException what loading one of their batches threw
     */
    public List<V> load(Set<K> keys) {
        List<Waiting<K, V>> all = keys.stream().map(this::enqueued).toList();
        begin();
        return all.stream().map(BatchLoader::await).filter(Objects::nonNull).toList();
    }

    private Waiting<K, V> enqueued(K key) {
        Waiting<K, V> waiting = new Waiting<>(key, new CompletableFuture<>());
        queue.add(waiting);
        return waiting;
    }

    private static <K, V> @Nullable V await(Waiting<K, V> waiting) {
        try {
            return waiting.value().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            // So that nobody loads what nobody waits for.
            waiting.value().cancel(false);
            throw tooLate();
        } catch (InterruptedException e) {
            waiting.value().cancel(false);
            Thread.currentThread().interrupt();
            throw tooLate();
        }
    }

    /** How many loads are in no batch yet. */
    int waiting() {
        return queue.size();
    }

    private void begin() {
        if (underWay.compareAndSet(false, true)) {
            boolean started = false;
            try {
                Thread.ofVirtual().start(this::runBatches);
                started = true;
            } finally {
                if (!started) {
                    underWay.set(false);
                }
            }
        }
    }

    private void runBatches() {
        try {
            for (List<Waiting<K, V>> batch = next(); !batch.isEmpty(); batch = next()) {
                run(batch);
            }
        } finally {
            underWay.set(false);
        }
        // Who queued up after the last look found a batch under way and began none.
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
            if (!waiting.value().isDone()) {
                batch.add(waiting);
            }
        }
        return batch;
    }

    // Whatever goes wrong is for those who wait to hear; the next batch may fare better.
    private void run(List<Waiting<K, V>> batch) {
        try {
            Set<K> keys = new HashSet<>();
            batch.forEach(waiting -> keys.add(waiting.key()));
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
