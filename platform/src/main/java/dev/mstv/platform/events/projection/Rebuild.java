package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.EventHistory;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.persistence.SqlErrors;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;

/**
 * One making of a read model: copies the store into a generation that nobody reads, while another is read and fed, and
 * then puts it in its place. Only at that moment does feeding wait, for what has come meanwhile to be copied.
 */
final class Rebuild<E> {

    /** How long who has begun to read a generation may go on. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final int BATCH = 1000;
    private static final int SWAPS = 20;
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(2);

    private final Projection<E> projection;
    private final Module module;
    private final String holder;
    private final long generation;
    private final Counter applied;
    private final BooleanSupplier stopping;
    private final Holes holes = new Holes();

    Rebuild(
            Projection<E> projection,
            Module module,
            String holder,
            long generation,
            Counter applied,
            BooleanSupplier stopping) {
        this.projection = projection;
        this.module = module;
        this.holder = holder;
        this.generation = generation;
        this.applied = applied;
        this.stopping = stopping;
    }

    /** What it needs of the projection's module. */
    record Module(
            String name, ProjectionTable table, EventHistory history, EventStore store, Transactions transactions) {}

    /**
     * Does all of it.
     *
     * @throws SupersededException if somebody else has taken it over
     * @throws CancellationException if this process stops
     */
    ProjectionRebuilt run() {
        projection.create(generation);
        copyWhatIsThere();
        projection.complete(generation);
        int attempts = 1;
        while (true) {
            copyWhatIsThere();
            copyWhatCameLate();
            try {
                return swapped();
            } catch (JdbiException | Refusal e) {
                // The lock or a connection was not to be had in time; what is read and fed is as it was.
                boolean busy =
                        e instanceof Refusal || (e instanceof JdbiException failure && SqlErrors.lockTimeout(failure));
                if (!busy || attempts++ == SWAPS) {
                    throw e;
                }
            }
        }
    }

    private void copyWhatIsThere() {
        while (copySome() == BATCH) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("This process stops");
            }
        }
    }

    private int copySome() {
        List<Envelope> events = module.history().after(holes.last(), BATCH);
        holes.passed(events);
        inTransaction(() -> apply(events, holes));
        return events.size();
    }

    private void copyWhatCameLate() {
        List<Envelope> late = module.history().within(holes.spans());
        inTransaction(() -> applyLate(late, holes));
        holes.filled(late);
    }

    // An event that was committed after a later one was copied. Those of its stream that were copied already were
    // passed
    // over if it is their beginning, so all of the stream is applied again.
    private void applyLate(List<Envelope> late, Holes seen) {
        Set<UUID> streams = late.stream().map(Envelope::stream).collect(Collectors.toSet());
        apply(
                module.history().of(streams).stream()
                        .filter(event -> event.position() <= seen.last())
                        .toList(),
                seen);
    }

    private void apply(List<Envelope> events, Holes seen) {
        // First, because it locks the row: until the end of the transaction nobody takes over and drops this
        // generation.
        module.table().progress(projection.name(), holder, generation, seen.last(), events.size());
        projection.apply(generation, Happened.read(events, projection.reads()));
        applied.increment(events.size());
    }

    private ProjectionRebuilt swapped() {
        return module.transactions().inTransaction(module.name(), () -> {
            module.table().stopFeeding(LOCK_PATIENCE);
            // A copy, for all of this may be undone and done again.
            Holes all = holes.copy();
            copyTheRest(all);
            applyLate(module.history().within(all.spans()), all);
            ProjectionTable.Swapped swapped = module.table().swap(projection.name(), holder, generation, GRACE);
            ProjectionRebuilt event =
                    new ProjectionRebuilt(projection.name(), generation, swapped.events(), swapped.seconds());
            module.store().append(stream(projection.name()), swapped.count() - 1, List.of(event));
            return event;
        });
    }

    private void copyTheRest(Holes seen) {
        List<Envelope> events;
        do {
            events = module.history().after(seen.last(), BATCH);
            seen.passed(events);
            apply(events, seen);
        } while (events.size() == BATCH);
    }

    /** The stream in which it is told when a projection was made anew. */
    static UUID stream(String projection) {
        return UUID.nameUUIDFromBytes(("projection:" + projection).getBytes(StandardCharsets.UTF_8));
    }

    private void inTransaction(Runnable work) {
        boolean unused = module.transactions().inTransaction(module.name(), () -> {
            work.run();
            return true;
        });
    }
}
