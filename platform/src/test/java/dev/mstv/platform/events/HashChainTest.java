package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashChainTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID STREAM = new UUID(3, 4);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String HASH =
            HashChain.next(HashChain.START, ID, STREAM, 1, "user.registered", 1, "{}", "{}", NOW);
    private static final StoredEvent STORED = event(ID, STREAM, 1, "user.registered", 1, "{}", "{}", NOW);

    private static StoredEvent event(
            UUID id, UUID stream, long version, String type, int schema, String payload, String metadata, Instant at) {
        return new StoredEvent(9, id, stream, version, type, schema, payload, metadata, at, HashChain.START, HASH);
    }

    static Stream<StoredEvent> altered() {
        return Stream.of(
                event(STREAM, STREAM, 1, "user.registered", 1, "{}", "{}", NOW),
                event(ID, ID, 1, "user.registered", 1, "{}", "{}", NOW),
                event(ID, STREAM, 2, "user.registered", 1, "{}", "{}", NOW),
                event(ID, STREAM, 1, "user.deleted", 1, "{}", "{}", NOW),
                event(ID, STREAM, 1, "user.registered", 2, "{}", "{}", NOW),
                event(ID, STREAM, 1, "user.registered", 1, "{ }", "{}", NOW),
                event(ID, STREAM, 1, "user.registered", 1, "{}", "{ }", NOW),
                event(ID, STREAM, 1, "user.registered", 1, "{}", "{}", NOW.plusMillis(1)));
    }

    @Test
    void holdsForWhatWasAppended() {
        assertThat(HashChain.holds(STORED, HashChain.START)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("altered")
    void breaksWhereAnythingWasAltered(StoredEvent event) {
        assertThat(HashChain.holds(event, HashChain.START)).isFalse();
    }

    @Test
    void breaksWhereTheEventBeforeIsGone() {
        assertThat(HashChain.holds(STORED, HASH)).isFalse();
    }

    @Test
    void isSha256() {
        assertThat(HASH).matches("[0-9a-f]{64}");
    }

    @Test
    void doesNotConfuseWhereOnePartEndsAndTheNextBegins() {
        String shifted = HashChain.next(HashChain.START, ID, STREAM, 1, "user.registered", 1, "{}{", "}", NOW);
        String other = HashChain.next(HashChain.START, ID, STREAM, 1, "user.registered", 1, "{}", "{}", NOW);
        assertThat(shifted).isNotEqualTo(other);
    }
}
