package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Upcaster;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published event gets a new version: the old one stays published, and must become the new one. */
class NewVersionsTest {

    private final Path directory;

    NewVersionsTest(@TempDir Path directory) {
        this.directory = directory;
        Lamps.schemas(directory, Lamps.Published.class).update();
    }

    @Event.Type(value = Lamps.TYPE, version = 2)
    private record Moved(String room) implements Lamps.LampEvent {}

    @Event.Type(value = Lamps.TYPE, version = 2)
    private record Kept(String keeper) implements Lamps.LampEvent {}

    private record Renaming(String field, String to) implements Upcaster {
        @Override
        public String type() {
            return Lamps.TYPE;
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode data) {
            return data.set(to, data.remove(field));
        }
    }

    private PublishedSchemas now(Class<?> type, String field, String to) {
        PublishedSchemas schemas = Lamps.schemas(directory, type, new Renaming(field, to));
        schemas.update();
        return schemas;
    }

    @Test
    void isPublishedBesideTheOldOne() {
        assertThat(now(Moved.class, "where", "room").faults()).isEmpty();
        assertThat(directory)
                .isDirectoryContaining("glob:**/lamp.lit.v1.json")
                .isDirectoryContaining("glob:**/lamp.lit.v2.json");
    }

    @Test
    void isRefusedIfTheOldOneBecomesSomethingElse() {
        assertThat(now(Moved.class, "where", "place").faults())
                .singleElement()
                .asString()
                .startsWith(Lamps.FILE + "does not become version 2, ")
                .contains("room");
    }

    @Test
    void isRefusedIfItNeedsWhatAnErasedPersonLacks() {
        assertThat(now(Kept.class, "by", "keeper").faults())
                .singleElement()
                .asString()
                .startsWith(Lamps.FILE + "does not become version 2, ")
                .contains("keeper");
    }
}
