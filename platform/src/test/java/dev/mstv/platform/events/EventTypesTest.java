package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What the records of events tell of themselves, and which of them stop the start. */
class EventTypesTest {

    @Event.Topic("lamp.events")
    private interface LampEvent extends Event {}

    @Event.Topic("other.events")
    private interface OtherEvent extends Event {}

    @Event.Type("lamp.lit")
    private record LampLit(String where) implements LampEvent {}

    @Event.Type("lamp.lit")
    private record LampLitToo(String where) implements LampEvent {}

    @Event.Type(value = "lamp.lit", version = 2)
    private record LampLitLater(String room) implements LampEvent {}

    @Event.Type("lamp.lost")
    private record Homeless() implements Event {}

    @Event.Type("lamp.shared")
    private record TwoHomes() implements LampEvent, OtherEvent {}

    @Event.Type(value = "lamp.early", version = 0)
    private record Early() implements LampEvent {}

    private record Nameless() implements LampEvent {}

    private static void stop(String message, Class<?>... records) {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventTypes.of(records))
                .withMessage(message);
    }

    private static String named(Class<?> type) {
        return type.getName();
    }

    @Test
    void aTypeIsWhatItsRecordSays() {
        assertThat(EventTypes.of(LampLit.class).all())
                .containsExactly(new EventType("lamp.lit", 1, "lamp.events", 3, null, LampLit.class));
    }

    @Test
    void theNewestVersionIsTheGreatest() {
        assertThat(EventTypes.of(LampLitLater.class, LampLit.class).newest("lamp.lit"))
                .map(EventType::version)
                .contains(2);
    }

    @Test
    void anUnknownTypeHasNoNewestVersion() {
        assertThat(EventTypes.of(LampLit.class).newest("lamp.out")).isEmpty();
    }

    @Test
    void twoRecordsOfOneVersionStopTheStart() {
        stop(
                "Two records of lamp.lit version 1: " + named(LampLit.class) + " and " + named(LampLitToo.class),
                LampLit.class,
                LampLitToo.class);
    }

    @Test
    void aRecordWithoutATopicStopsTheStart() {
        stop(named(Homeless.class) + " needs an interface with one @Event.Topic, but has []", Homeless.class);
    }

    @Test
    void aRecordWithTwoTopicsStopsTheStart() {
        stop(
                named(TwoHomes.class) + " needs an interface with one @Event.Topic, but has"
                        + " [lamp.events, other.events]",
                TwoHomes.class);
    }

    @Test
    void aVersionBeforeTheFirstStopsTheStart() {
        stop("The version of lamp.early is 0, not from 1", Early.class);
    }

    @Test
    void aRecordWithoutANameStopsTheStart() {
        stop(named(Nameless.class) + " is no record of an Event with @Event.Type", Nameless.class);
    }
}
