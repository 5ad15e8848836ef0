package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old data are brought to the newest version; a way that is not complete stops the start. */
class UpcastersTest {

    private static final String TYPE = "lamp.lit";
    private static final EventTypes TYPES = EventTypes.of(LampLit.class);
    private static final Upcaster WHERE_BECOMES_ROOM =
            step(TYPE, 1, data -> data.<ObjectNode>set("room", data.remove("where")));
    private static final Upcaster WATTS_ARE_ADDED = step(TYPE, 2, data -> data.put("watts", 40));

    private final Upcasters upcasters = Upcasters.of(TYPES, WATTS_ARE_ADDED, WHERE_BECOMES_ROOM);

    @Event.Topic("lamp.events")
    private interface LampEvent extends Event {}

    @Event.Type(value = TYPE, version = 3)
    private record LampLit(String room, int watts) implements LampEvent {}

    private record Step(String type, int from, UnaryOperator<ObjectNode> change) implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode data) {
            return change.apply(data);
        }
    }

    private static Upcaster step(String type, int from, UnaryOperator<ObjectNode> change) {
        return new Step(type, from, change);
    }

    private static ObjectNode data(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private static void stop(String message, Upcaster... upcasters) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Upcasters.of(TYPES, upcasters))
                .withMessage(message);
    }

    @Test
    void theOldestTakesEveryStep() {
        assertThat(upcasters.upcast(TYPE, 1, data("where", "hall")))
                .isEqualTo(new Payload(3, data("room", "hall").put("watts", 40)));
    }

    @Test
    void aLaterOneTakesTheRest() {
        assertThat(upcasters.upcast(TYPE, 2, data("room", "hall")))
                .isEqualTo(new Payload(3, data("room", "hall").put("watts", 40)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theNewestAndTheUnknownFutureAreLeftAlone(int version) {
        assertThat(upcasters.upcast(TYPE, version, data("room", "hall")))
                .isEqualTo(new Payload(version, data("room", "hall")));
    }

    @Test
    void anUnknownTypeIsLeftAlone() {
        assertThat(upcasters.upcast("lamp.out", 1, data("where", "hall")))
                .isEqualTo(new Payload(1, data("where", "hall")));
    }

    @Test
    void theGivenTreeIsLeftAsItIs() {
        ObjectNode stored = data("where", "hall");
        Payload unused = upcasters.upcast(TYPE, 1, stored);
        assertThat(stored).isEqualTo(data("where", "hall"));
    }

    @Test
    void dataThatAreNoObjectAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upcasters.upcast(TYPE, 1, JsonNodeFactory.instance.textNode("hall")))
                .withMessage("The data of lamp.lit version 1 are no object");
    }

    @Test
    void aVersionBeforeTheFirstIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upcasters.upcast(TYPE, 0, data("where", "hall")))
                .withMessage("There is no version 0 of lamp.lit");
    }

    @Test
    void aGapStopsTheStart() {
        stop("The upcaster of lamp.lit from version 2 to 3 is missing", WHERE_BECOMES_ROOM);
    }

    @Test
    void aStepThatIsThereTwiceStopsTheStart() {
        stop(
                "The upcaster of lamp.lit from version 2 to 3 is there twice",
                WHERE_BECOMES_ROOM,
                WATTS_ARE_ADDED,
                WATTS_ARE_ADDED);
    }

    @Test
    void aStepBeyondTheNewestVersionStopsTheStart() {
        stop(
                "The upcaster of lamp.lit from version 3 to 4 leads nowhere: the newest is 3",
                step(TYPE, 3, data -> data));
    }

    @Test
    void aStepOfAnUnknownEventStopsTheStart() {
        stop(
                "The upcaster of lamp.out from version 1 to 2 leads nowhere: there is no such event",
                step("lamp.out", 1, data -> data));
    }
}
