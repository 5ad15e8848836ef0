package dev.mstv.platform.bus;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What goes back to the caller beside the outcome. Used by the threads of one call. */
public final class Receipt {

    private final Map<String, Long> positions = new TreeMap<>();
    private boolean replayed;

    /** Notes that a module's event store has reached {@code position} by this call. */
    public synchronized void reached(String module, long position) {
        positions.merge(module, position, Math::max);
    }

    synchronized void markReplayed() {
        replayed = true;
    }

    /** True if the outcome is that of an earlier call with the same idempotency key. */
    public synchronized boolean replayed() {
        return replayed;
    }

    /** How far each event store got, as {@code users-42.auth-7}; empty if nothing was appended. */
    public synchronized Optional<String> consistencyToken() {
        return positions.isEmpty()
                ? Optional.empty()
                : Optional.of(positions.entrySet().stream()
                        .map(entry -> entry.getKey() + '-' + entry.getValue())
                        .collect(Collectors.joining(".")));
    }
}
