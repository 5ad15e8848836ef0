package dev.mstv.platform.resilience;

import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.OutboundSettings;
import dev.mstv.platform.config.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that this process calls over a network by request and response. Whoever calls something gets its
 * {@link Target} once, when it is made, and keeps it. Thread-safe.
 */
@Singleton
public final class Outbound implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** Each has metrics of its own for ever: a name that comes with a request is a bug that is to be noticed. */
    private static final int MOST_TARGETS = 100;

    /** A target that hangs holds up this part of what the process serves at once, and leaves the rest to others. */
    private static final int PART = 2;

    private final Watchdog watchdog = new Watchdog();
    private final Pauses pauses = new Pauses();
    private final Clock clock;
    private final MeterRegistry meters;
    private final SortedMap<String, Target> targets = new TreeMap<>();
    private final int concurrency;
    private OutboundSettings settings;

    /** With no target yet. */
    public Outbound(Settings settings, LiveSettings live, Clock clock, MeterRegistry meters) {
        this.settings = live.outbound().get();
        this.concurrency = Math.max(1, settings.inbound().limit() / PART);
        this.clock = clock;
        this.meters = meters;
        live.outbound().onChange(this::apply);
    }

    /**
     * The target of this name, the same one each time, whose calls may take {@code CB_TIMEOUT} each.
     *
     * @param name up to 63 of {@code a-z 0-9 . _ -}, such as {@code users}; clients see it
     * @throws IllegalArgumentException if it is no name
     * @throws IllegalStateException if the name has another limit, or if there are a hundred others
     */
    public Target to(String name) {
        return target(name, null);
    }

    /** As {@link #to(String)}, with a limit of its own for each of its calls. */
    public Target to(String name, Duration limit) {
        return target(name, limit);
    }

    /**
     * Has other settings from now on. Where they say the same as before nothing changes; else every circuit begins anew,
     * closed. Calls under way end as they began.
     */
    public synchronized void apply(OutboundSettings changed) {
        if (!changed.equals(settings)) {
            settings = changed;
            targets.values().forEach(target -> target.apply(changed));
        }
    }

    /** How the targets do, by name. */
    public synchronized List<CircuitView> circuits() {
        return targets.values().stream().map(Target::view).toList();
    }

    /** How one of them does; empty if nothing has that name. */
    public synchronized Optional<CircuitView> circuit(String name) {
        return Optional.ofNullable(targets.get(name)).map(Target::view);
    }

    private synchronized Target target(String name, @Nullable Duration limit) {
        Target known = targets.get(name);
        if (known == null) {
            known = made(name, limit);
            targets.put(name, known);
        }
        if (!known.hasLimit(limit)) {
            throw new IllegalStateException("Calls of " + name + " have another limit elsewhere");
        }
        return known;
    }

    private Target made(String name, @Nullable Duration limit) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a target: " + name);
        }
        if (targets.size() == MOST_TARGETS) {
            throw new IllegalStateException("More than " + MOST_TARGETS + " targets");
        }
        return new Target(name, limit, settings, concurrency, watchdog, pauses, clock, meters);
    }

    /** Repeats no call any more, and limits none. */
    @Override
    @PreDestroy
    public void close() {
        pauses.close();
        watchdog.close();
    }
}
