package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.Personal;
import dev.mstv.platform.events.Upcaster;
import dev.mstv.platform.events.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a published event that is changed, one change at a time. */
class ChangedSchemasTest {

    private static final String TYPE = "lamp.lit";
    private static final String FILE = "lamp.lit.v1.json: ";

    private final Path directory;

    ChangedSchemasTest(@TempDir Path directory) {
        this.directory = directory;
        now(Published.class).update();
    }

    @Event.Topic("lamp.events")
    private interface LampEvent extends Event {}

    @Event.Topic("light.events")
    private interface LightEvent extends Event {}

    private enum Colour {
        WARM,
        COLD
    }

    private enum FewerColours {
        WARM
    }

    private enum MoreColours {
        WARM,
        COLD,
        RED
    }

    private record Bulb(int watts) {}

    private record PreciseBulb(double watts) {}

    @Event.Type(TYPE)
    private record Published(
            String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record FieldRemoved(
            @Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record TypeChanged(
            int where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record TypeChangedWithin(
            String where, @Personal @Nullable String by, Colour colour, List<PreciseBulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record RequiredAdded(
            String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs, int volts)
            implements LampEvent {}

    @Event.Type(TYPE)
    private record OptionalRequired(
            String where, @Personal String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record RequiredOptional(
            @Nullable String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs)
            implements LampEvent {}

    @Event.Type(TYPE)
    private record EnumNarrowed(
            String where, @Personal @Nullable String by, FewerColours colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record PersonalNoMore(
            String where, @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    private record Moved(
            String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LightEvent {}

    @Event.Type(TYPE)
    private record OptionalAdded(
            String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs, @Nullable Integer volts)
            implements LampEvent {}

    @Event.Type(TYPE)
    private record EnumWidened(
            String where, @Personal @Nullable String by, MoreColours colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type("lamp.out")
    private record Another(String where) implements LampEvent {}

    @Event.Type(value = TYPE, version = 2)
    private record NextVersion(String room) implements LampEvent {}

    private record Renaming(String to) implements Upcaster {
        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode data) {
            return data.set(to, data.remove("where"));
        }
    }

    private PublishedSchemas now(Class<?> type, Upcaster... upcasters) {
        EventTypes types = EventTypes.of(type);
        return new PublishedSchemas(directory, types, Upcasters.of(types, upcasters));
    }

    private void refuses(Class<?> change, String... sentences) {
        assertThat(now(change).faults())
                .containsExactly(List.of(sentences).stream().map(FILE::concat).toArray(String[]::new));
    }

    @Test
    void nothingIsSaidOfNoChange() {
        assertThat(now(Published.class).faults()).isEmpty();
    }

    @Test
    void aRemovedFieldIsRefused() {
        refuses(FieldRemoved.class, "data.where is gone");
    }

    @Test
    void aChangedTypeIsRefused() {
        refuses(TypeChanged.class, "data.where was string, is integer");
    }

    @Test
    void aChangedTypeWithinAListIsRefused() {
        refuses(TypeChangedWithin.class, "data.bulbs[].watts was integer, is number");
    }

    @Test
    void aNewRequiredFieldIsRefused() {
        refuses(RequiredAdded.class, "data.volts is required now, and old events lack it");
    }

    @Test
    void anOptionalFieldThatIsRequiredNowIsRefused() {
        refuses(OptionalRequired.class, "data.by is required now, and old events lack it");
    }

    @Test
    void aRequiredFieldThatMayBeMissingNowIsRefused() {
        refuses(RequiredOptional.class, "data.where was always there, and may be missing now");
    }

    @Test
    void aNarrowedEnumIsRefused() {
        refuses(EnumNarrowed.class, "data.colour cannot be COLD any more");
    }

    @Test
    void aPersonalFieldThatIsNoneNowIsRefused() {
        refuses(PersonalNoMore.class, "data.by was personal, and is stored encrypted, but is not personal now");
    }

    @Test
    void anotherTopicIsRefused() {
        refuses(Moved.class, "its topic was lamp.events, is light.events");
    }

    @Test
    void aTypeThatIsGoneIsRefused() {
        assertThat(now(Another.class).faults())
                .contains(FILE + "is published, but there is no such event any more");
    }

    @Test
    void aNewTypeMustBePublished() {
        assertThat(now(Another.class).faults())
                .contains("lamp.out.v1.json: is not what the code says; ./mstv schemas writes it");
    }

    @Test
    void aNewOptionalFieldMustBePublished() {
        refuses(OptionalAdded.class, "is not what the code says; ./mstv schemas writes it");
    }

    @Test
    void aNewOptionalFieldIsPublished() {
        now(OptionalAdded.class).update();
        assertThat(now(OptionalAdded.class).faults()).isEmpty();
    }

    @Test
    void aWiderEnumIsPublished() {
        now(EnumWidened.class).update();
        assertThat(now(EnumWidened.class).faults()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotPublished() {
        now(FieldRemoved.class).update();
        assertThat(now(Published.class).faults()).isEmpty();
    }

    @Test
    void aNewVersionIsPublishedBesideTheOldOne() {
        now(NextVersion.class, new Renaming("room")).update();
        assertThat(directory).isDirectoryContaining("glob:**/lamp.lit.v{1,2}.json");
        assertThat(now(NextVersion.class, new Renaming("room")).faults()).isEmpty();
    }

    @Test
    void anUpcasterThatDoesNotLeadToTheNewVersionIsRefused() {
        now(NextVersion.class, new Renaming("room")).update();
        assertThat(now(NextVersion.class, new Renaming("place")).faults())
                .singleElement()
                .asString()
                .startsWith(FILE + "does not become version 2, ")
                .contains("room");
    }

    @Test
    void aFileOfNoEventIsRefused() throws IOException {
        Files.writeString(directory.resolve("Lamp.json"), "{}");
        assertThat(now(Published.class).faults()).containsExactly("Lamp.json: is not named <type>.v<version>.json");
    }
}
