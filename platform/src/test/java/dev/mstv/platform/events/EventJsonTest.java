package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be read is named by its place; what it says may be personal, and errors are logged and kept. */
class EventJsonTest {

    private record Address(String street, int number) {}

    private record Moved(List<Address> to) {}

    @Test
    void saysWhereAnEventIsWrongAndNotWhatItSays() {
        assertThatThrownBy(() -> EventJson.read(
                        "{\"to\":[{\"street\":\"Lake Road\",\"number\":\"ada@example.com\"}]}", Moved.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("Not what is expected at to.[0].number");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> EventJson.read("{}", Moved.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("to is missing");
    }

    @Test
    void quotesNothingThatIsNoJson() {
        assertThatThrownBy(() -> EventJson.tree("ada@example.com"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("Not JSON");
    }
}
