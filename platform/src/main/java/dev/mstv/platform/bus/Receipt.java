package dev.mstv.platform.bus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What goes back to the caller beside the outcome. Used by the threads of one call. */
public final class Receipt {

    private final Map<String, Map<UUID, Long>> reached = new TreeMap<>();
    private boolean replayed;

    /** Notes that this call has appended to a stream of a module's event store, up to {@code position}. */
    public synchronized void reached(String module, UUID stream, long position) {
        reached.computeIfAbsent(module, any -> new HashMap<>()).merge(stream, position, Math::max);
    }

    /** Takes in the receipt of a call that another process has served as a part of this one. */
    public synchronized void add(Receipt other) {
        other.positions().forEach((module, streams) -> streams.forEach((stream, to) -> reached(module, stream, to)));
        replayed |= other.replayed();
    }

    /** By module and stream: up to which position this call has appended. */
    public synchronized Map<String, Map<UUID, Long>> positions() {
        Map<String, Map<UUID, Long>> positions = new HashMap<>();
        reached.forEach((module, streams) -> positions.put(module, Map.copyOf(streams)));
        return positions;
    }

    /** Notes that the outcome is that of an earlier call. */
    public synchronized void markReplayed() {
        replayed = true;
    }

    /** True if the outcome is that of an earlier call with the same idempotency key. */
    public synchronized boolean replayed() {
        return replayed;
    }

    /** What this call has appended; empty if nothing. */
    public synchronized Optional<ConsistencyToken> consistencyToken() {
        Map<String, Set<Long>> positions = new HashMap<>();
        reached.forEach((module, streams) -> positions.put(module, Set.copyOf(streams.values())));
        return positions.isEmpty() ? Optional.empty() : Optional.of(new ConsistencyToken(positions));
    }
}
