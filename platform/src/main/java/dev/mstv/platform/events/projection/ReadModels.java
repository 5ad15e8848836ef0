package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.config.ReadModelSettings.Store;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.events.EventHistory.Place;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What projections and those who read them need to know of generations. Thread-safe. */
@Singleton
public final class ReadModels {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofMillis(250);
    private static final long FIRST_LOOK = Duration.ofMillis(2).toNanos();
    private static final long LAST_LOOK = Duration.ofMillis(50).toNanos();

    private final Databases databases;
    private final EventStores stores;
    private final Store store;

    ReadModels(Databases databases, EventStores stores, Settings settings) {
        this.databases = databases;
        this.stores = stores;
        this.store = settings.readModels().store();
    }

    /** The subscription by which a projection is fed. */
    public <E> Subscription feeding(Projection<E> projection) {
        // Where there is no generation yet, one is being made of the store, in which the event is already.
        return Subscription.<E>together(projection.name(), projection.reads(), events -> table(projection)
                .fed(projection.name())
                .ifPresent(generation -> projection.apply(generation, events)));
    }

    /**
     * The generation to read, in which everything is that a caller has seen. Waits for it up to two seconds, holding
     * nothing; a generation may be read for a minute from now on.
     *
     * @throws Refusal {@code read_model_behind} if it is not there by then, or what the store of the model says if that is
     *     away
     */
    public long generation(Projection<?> projection, ConsistencyToken seen) {
        Set<Long> positions = seen.of(module(projection));
        long limit = System.nanoTime() + patience().toNanos();
        for (long pause = FIRST_LOOK; ; pause = Math.min(2 * pause, LAST_LOOK)) {
            Optional<Long> live = table(projection).live(projection.name());
            if (live.isPresent() && projection.kept(live.get()) && has(projection, live.get(), positions)) {
                return live.get();
            }
            if (System.nanoTime() - limit > 0) {
                throw behind();
            }
            LockSupport.parkNanos(pause);
        }
    }

    // By the versions in the model, not by what subscribers have noted as done: a generation that was made of the store
    // has events that never arrived, and notes are kept for some days only.
    private boolean has(Projection<?> projection, long generation, Set<Long> positions) {
        if (positions.isEmpty()) {
            return true;
        }
        // A position is told to a caller when it is committed; one that is not here is of another store or an older
        // one,
        // and no waiting would bring it.
        List<Place> places = stores.history(module(projection)).at(positions).stream()
                .filter(place -> projection.reads().containsKey(place.type()))
                .toList();
        Map<UUID, Long> versions = projection.versions(
                generation, places.stream().map(Place::stream).collect(Collectors.toSet()));
        return places.stream().allMatch(place -> versions.getOrDefault(place.stream(), 0L) >= place.version());
    }

    // Who is asked by another process answers before that stops waiting.
    private static Duration patience() {
        return CallContext.timeLeft()
                .map(left -> left.minus(MARGIN))
                .filter(left -> left.compareTo(PATIENCE) < 0)
                .orElse(PATIENCE);
    }

    static String module(Projection<?> projection) {
        return projection.name().substring(0, projection.name().indexOf('.'));
    }

    private ProjectionTable table(Projection<?> projection) {
        return new ProjectionTable(databases.of(module(projection)), store);
    }

    /** That something is not in a read model yet, or that there is none. */
    public static Refusal behind() {
        return Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "read_model_behind",
                        "What you have seen or done is not in this list yet; try again.")
                .retryAfter(Duration.ofSeconds(1))
                .refusal();
    }
}
