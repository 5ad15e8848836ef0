package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.events.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a published event that is changed, one change at a time. */
class ChangedSchemasTest {

    private final Path directory;

    ChangedSchemasTest(@TempDir Path directory) {
        this.directory = directory;
        now(Lamps.Published.class).update();
    }

    @Event.Type("lamp.out")
    private record Another(String where) implements Lamps.LampEvent {}

    private PublishedSchemas now(Class<?> type) {
        return Lamps.schemas(directory, type);
    }

    private void refuses(Class<?> change, String sentence) {
        assertThat(now(change).faults()).containsExactly(Lamps.FILE + sentence);
    }

    @Test
    void nothingIsSaidOfNoChange() {
        assertThat(now(Lamps.Published.class).faults()).isEmpty();
    }

    @Test
    void aRemovedFieldIsRefused() {
        refuses(Lamps.FieldRemoved.class, "data.where is gone");
    }

    @Test
    void aChangedTypeIsRefused() {
        refuses(Lamps.TypeChanged.class, "data.where was string, is integer");
    }

    @Test
    void aChangedTypeWithinAListIsRefused() {
        refuses(Lamps.TypeChangedWithin.class, "data.bulbs[].watts was integer, is number");
    }

    @Test
    void aNewRequiredFieldIsRefused() {
        refuses(Lamps.RequiredAdded.class, "data.volts is required now, and old events lack it");
    }

    @Test
    void anOptionalFieldThatIsRequiredNowIsRefused() {
        refuses(Lamps.OptionalRequired.class, "data.bulbs[].make is required now, and old events lack it");
    }

    @Test
    void aRequiredFieldThatMayBeMissingNowIsRefused() {
        refuses(Lamps.RequiredOptional.class, "data.where was always there, and may be missing now");
    }

    @Test
    void aNarrowedEnumIsRefused() {
        refuses(Lamps.EnumNarrowed.class, "data.colour cannot be COLD any more");
    }

    @Test
    void aPersonalFieldThatIsNoneNowIsRefused() {
        refuses(Lamps.PersonalNoMore.class, "data.by was personal, and is stored encrypted, but is not personal now");
    }

    @Test
    void anotherTopicIsRefused() {
        refuses(Lamps.Moved.class, "its topic was lamp.events, is light.events");
    }

    @Test
    void aTypeThatIsGoneIsRefused() {
        assertThat(now(Another.class).faults())
                .contains(Lamps.FILE + "is published, but there is no such event any more");
    }

    @Test
    void aNewTypeMustBePublished() {
        assertThat(now(Another.class).faults())
                .contains("lamp.out.v1.json: is not what the code says; ./mstv schemas writes it");
    }

    @Test
    void aNewOptionalFieldMustBePublished() {
        refuses(Lamps.OptionalAdded.class, "is not what the code says; ./mstv schemas writes it");
    }

    @Test
    void aNewOptionalFieldIsPublished() {
        now(Lamps.OptionalAdded.class).update();
        assertThat(now(Lamps.OptionalAdded.class).faults()).isEmpty();
    }

    @Test
    void aWiderEnumIsPublished() {
        now(Lamps.EnumWidened.class).update();
        assertThat(now(Lamps.EnumWidened.class).faults()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotPublished() {
        now(Lamps.FieldRemoved.class).update();
        assertThat(now(Lamps.Published.class).faults()).isEmpty();
    }

    @Test
    void aFileOfNoEventIsRefused() throws IOException {
        Files.writeString(directory.resolve("Lamp.json"), "{}");
        assertThat(now(Lamps.Published.class).faults())
                .containsExactly("Lamp.json: is not named <type>.v<version>.json");
    }
}
