package dev.mstv.platform.edge;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts those who stay connected to this process, by whichever protocol, and bounds them. Thread-safe. */
@Singleton
public final class Connections {

    private static final int ALL = 20_000;
    private static final int OF_ONE_USER = 20;
    private static final Duration LATER = Duration.ofSeconds(10);

    private final AtomicInteger all = new AtomicInteger();
    private final Map<UUID, Integer> ofUser = new ConcurrentHashMap<>();

    Connections(MeterRegistry meters) {
        Gauge.builder("mstv.edge.connections", all, AtomicInteger::get)
                .description("Clients that stay connected to this process")
                .register(meters);
    }

    /**
     * Lets a user stay connected, until what is returned is closed.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code too_many_connections} if they have too many, {@code overloaded} if
     *     the process has
     */
    public Connection open(Caller.User user) {
        if (all.incrementAndGet() > ALL) {
            all.decrementAndGet();
            throw Problem.of(ProblemKind.UNAVAILABLE, "overloaded", "Too many are connected; try again later.")
                    .retryAfter(LATER)
                    .refusal();
        }
        if (ofUser.merge(user.userId(), 1, Integer::sum) > OF_ONE_USER) {
            leave(user);
            throw Problem.of(
                            ProblemKind.TOO_MANY,
                            "too_many_connections",
                            "At most " + OF_ONE_USER + " connections of one user.")
                    .retryAfter(LATER)
                    .refusal();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                leave(user);
            }
        };
    }

    private void leave(Caller.User user) {
        all.decrementAndGet();
        ofUser.computeIfPresent(user.userId(), (any, count) -> count > 1 ? count - 1 : null);
    }

    /** That somebody is connected; closing it twice comes to the same. */
    public interface Connection extends AutoCloseable {

        @Override
        void close();
    }
}
