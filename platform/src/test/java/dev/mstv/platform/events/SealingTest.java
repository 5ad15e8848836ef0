package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.security.DataKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID EVENT = new UUID(1, 1);

    private final DataKey key = DataKey.random();
    private final List<List<String>> paths = PersonalFields.of(Moved.class);

    private record Moved(UUID who, @Personal String from, Address to) implements Event {}

    private record Address(@Nullable @Personal String street, String country) {}

    private static ObjectNode moved() {
        return EventJson.tree(new Moved(new UUID(2, 2), "Old Lane 1", new Address("New Lane 2", "GB")));
    }

    @Test
    void findsWhatIsPersonalAtAnyDepth() {
        assertThat(paths).containsExactlyInAnyOrder(List.of("from"), List.of("to", "street"));
    }

    @Test
    void leavesNothingPersonalInClear() {
        ObjectNode data = moved();
        Sealing.seal(data, paths, key, EVENT);
        assertThat(data.toString()).doesNotContain("Lane").contains("GB");
    }

    @Test
    void opensWhatItHasSealed() {
        ObjectNode data = moved();
        Sealing.seal(data, paths, key, EVENT);
        Sealing.open(data, key, EVENT);
        assertThat(data).isEqualTo(moved());
    }

    @Test
    void leavesOutWhatNoKeyOpens() {
        ObjectNode data = moved();
        Sealing.seal(data, paths, key, EVENT);
        Sealing.open(data, null, EVENT);
        assertThat(data.toString()).isEqualTo("{\"who\":\"" + new UUID(2, 2) + "\",\"to\":{\"country\":\"GB\"}}");
    }

    @Test
    void doesNotStoreThePersonalDataOfSomeoneErased() {
        ObjectNode data = moved();
        Sealing.seal(data, paths, null, EVENT);
        assertThat(data.toString()).doesNotContain("Lane");
    }

    @Test
    void opensNothingThatWasMovedToAnotherEvent() {
        ObjectNode data = moved();
        Sealing.seal(data, paths, key, EVENT);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Sealing.open(data, key, new UUID(9, 9)));
    }
}
