package dev.mstv.platform.resilience;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Bounds how many requests this process serves at once, whichever edge they come by: what is more is refused before it
 * costs anything. Asked before a request is handed to a thread; never waits, so the event loop may ask. Thread-safe.
 */
@Singleton
public final class InboundGuard {

    private static final int OPERATIONS = 32;

    private final Map<Lane, Allotment> allotments = new EnumMap<>(Lane.class);

    InboundGuard(Settings settings, MeterRegistry meters) {
        allotments.put(Lane.WORK, new Allotment(Lane.WORK, settings.inbound().limit(), meters));
        allotments.put(Lane.OPERATIONS, new Allotment(Lane.OPERATIONS, OPERATIONS, meters));
    }

    /** Lets a request in; empty if it is to be refused with {@link #overloaded}. Whoever gets a permit closes it. */
    public Optional<Permit> enter(Lane lane) {
        return Optional.ofNullable(of(lane).enter());
    }

    /** Whether a request that cannot be served yet, since the rest of it is still to come, need not come at all. */
    public boolean refuses(Lane lane) {
        return of(lane).refuses();
    }

    /** Why a request is not served: {@code overloaded}, with a time to come back. */
    public static Problem overloaded() {
        return Refusals.overloaded();
    }

    /** Has another limit for work from now on, from 1. What is being served is served to its end. */
    public void apply(int inbound) {
        of(Lane.WORK).limit(inbound);
    }

    Allotment of(Lane lane) {
        return Objects.requireNonNull(allotments.get(lane));
    }
}
