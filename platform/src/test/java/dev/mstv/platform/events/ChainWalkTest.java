package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.events.BrokenLink.Fault;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final UUID STREAM = new UUID(3, 4);
    private static final UUID OTHER = new UUID(5, 6);
    private static final StoredEvent FIRST = event(STREAM, 1, HashChain.START, "{}");
    private static final StoredEvent SECOND = event(STREAM, 2, FIRST.hash(), "{}");
    private static final StoredEvent THIRD = event(STREAM, 3, SECOND.hash(), "{}");

    private final ChainWalk walk = new ChainWalk("users");

    private static StoredEvent event(UUID stream, long version, String previous, String payload) {
        UUID id = new UUID(7, version);
        Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
        String hash = HashChain.next(previous, id, stream, version, "lamp.lit", 1, payload, "{}", now);
        return new StoredEvent(9, id, stream, version, "lamp.lit", 1, payload, "{}", now, previous, hash);
    }

    private void passAll(StoredEvent... events) {
        boolean unused = List.of(events).stream().allMatch(walk::pass);
    }

    @Test
    void countsWhatIsAsItWas() {
        passAll(FIRST, SECOND, THIRD, event(OTHER, 1, HashChain.START, "{}"));
        assertThat(walk.checked()).isEqualTo(4);
    }

    @Test
    void findsNothingInWhatIsAsItWas() {
        passAll(FIRST, SECOND, THIRD);
        assertThat(walk.broken()).isEmpty();
    }

    @Test
    void findsAStreamWithoutItsBeginning() {
        passAll(FIRST, event(OTHER, 2, HashChain.START, "{}"));
        assertThat(walk.broken()).map(BrokenLink::fault).hasValue(Fault.BEGINNING_MISSING);
    }

    @Test
    void findsAGap() {
        passAll(FIRST, THIRD);
        assertThat(walk.broken()).hasValue(new BrokenLink("users", STREAM, 3, THIRD.id(), Fault.PREDECESSOR_MISSING));
    }

    @Test
    void findsAnEventThatWasForgedWithAHashOfItsOwn() {
        passAll(event(STREAM, 1, HashChain.START, "{\"forged\":true}"), SECOND);
        assertThat(walk.broken()).hasValue(new BrokenLink("users", STREAM, 2, SECOND.id(), Fault.PREDECESSOR_ALTERED));
    }

    @Test
    void findsAFirstEventThatFollowsAnother() {
        passAll(event(STREAM, 1, "1".repeat(64), "{}"));
        assertThat(walk.broken()).map(BrokenLink::fault).hasValue(Fault.PREDECESSOR_ALTERED);
    }
}
