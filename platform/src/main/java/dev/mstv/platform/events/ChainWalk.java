package dev.mstv.platform.events;

import dev.mstv.platform.events.BrokenLink.Fault;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A walk along the chains of an event store, stream by stream. Holds the last event and no other. */
final class ChainWalk {

    private static final UUID LEAST = new UUID(0, 0);

    private final String module;
    private @Nullable StoredEvent last;
    private @Nullable BrokenLink broken;
    private long checked;

    ChainWalk(String module) {
        this.module = module;
    }

    /** Takes the next event, by stream and version; false if it is broken. */
    boolean pass(StoredEvent event) {
        StoredEvent previous = last != null && last.stream().equals(event.stream()) ? last : null;
        Optional<Fault> fault = fault(previous, event);
        if (fault.isPresent()) {
            broken = BrokenLink.of(module, event, fault.get());
            return false;
        }
        last = event;
        checked++;
        return true;
    }

    UUID stream() {
        return last == null ? LEAST : last.stream();
    }

    long version() {
        return last == null ? 0 : last.version();
    }

    /** How many events are as they were. */
    long checked() {
        return checked;
    }

    Optional<BrokenLink> broken() {
        return Optional.ofNullable(broken);
    }

    private static Optional<Fault> fault(@Nullable StoredEvent previous, StoredEvent event) {
        long before = previous == null ? 0 : previous.version();
        if (event.version() != before + 1) {
            return Optional.of(previous == null ? Fault.BEGINNING_MISSING : Fault.PREDECESSOR_MISSING);
        }
        String hash = previous == null ? HashChain.START : previous.hash();
        if (!HashChain.holds(event, event.previousHash())) {
            return Optional.of(Fault.ALTERED);
        }
        return event.previousHash().equals(hash) ? Optional.empty() : Optional.of(Fault.PREDECESSOR_ALTERED);
    }
}
