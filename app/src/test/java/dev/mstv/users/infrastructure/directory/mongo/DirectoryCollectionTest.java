package dev.mstv.users.infrastructure.directory.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.platform.mongo.Mongo;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.users.infrastructure.directory.Entry;
import dev.mstv.users.infrastructure.directory.Entry.Gone;
import dev.mstv.users.infrastructure.directory.Entry.Listed;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of entries when nobody else is quicker, and when somebody is. */
class DirectoryCollectionTest {

    private static final ApplicationContext PROCESS = RunningProcess.start(RunningProcess.inMongo());
    private static final Mongo MONGO = PROCESS.getBean(Mongo.class);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID EVE = new UUID(1, 2);

    private final DirectoryCollection collection = new DirectoryCollection(MONGO, 1000);

    @BeforeEach
    void create() {
        collection.create();
    }

    @AfterAll
    static void stop() {
        PROCESS.close();
    }

    private static Entry entry(UUID id, long version) {
        return new Listed(id, version, new Person("Ada@example.com", null, "user", true, NOW, NOW));
    }

    private void store(Map<UUID, Entry> known, Entry... changed) {
        collection.store(known, List.of(changed));
    }

    private Map<UUID, Entry> stored() {
        return collection.entries(Set.of(ADA, EVE));
    }

    private static Document document(UUID id) {
        return MONGO.call(database -> Objects.requireNonNull(database.getCollection("users_directory_1000")
                .find(new Document("_id", id.toString()))
                .first()));
    }

    @Test
    void givesBackWhatItWasGiven() {
        store(Map.of(), entry(ADA, 1));
        assertThat(stored()).isEqualTo(Map.of(ADA, entry(ADA, 1)));
    }

    @Test
    void replacesWhatWasKnown() {
        store(Map.of(), entry(ADA, 1));
        store(stored(), entry(ADA, 2));
        assertThat(collection.versions(Set.of(ADA, EVE))).isEqualTo(Map.of(ADA, 2L));
    }

    @Test
    void doesNotReplaceWhatWasNotKnown() {
        store(Map.of(), entry(ADA, 1));
        Map<UUID, Entry> before = stored();
        store(before, entry(ADA, 2));
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> store(before, entry(ADA, 3)));
        assertThat(stored()).isEqualTo(Map.of(ADA, entry(ADA, 2)));
    }

    @Test
    void doesNotAddWhoWasAddedMeanwhile() {
        store(Map.of(), entry(ADA, 2));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> store(Map.of(), entry(ADA, 1), entry(EVE, 1)));
        assertThat(stored()).isEqualTo(Map.of(ADA, entry(ADA, 2), EVE, entry(EVE, 1)));
    }

    @Test
    void leavesOfWhoIsGoneNothingButTheVersion() {
        store(Map.of(), entry(ADA, 1));
        store(stored(), new Gone(ADA, 2));
        assertThat(document(ADA).keySet()).containsExactly("_id", "version");
        assertThat(stored()).isEqualTo(Map.of(ADA, new Gone(ADA, 2)));
    }

    @Test
    void isEmptyWhenItIsMadeWhateverWasThere() {
        store(Map.of(), entry(ADA, 1));
        collection.create();
        assertThat(stored()).isEmpty();
    }

    @Test
    void tellsNothingOfWhatWasNotMade() {
        collection.drop();
        assertThat(collection.exists()).isFalse();
        assertThatExceptionOfType(Refusal.class).isThrownBy(this::stored).withMessage("read_model_behind");
    }

    @Test
    void isIndexedByWhatIsSearched() {
        List<Document> indexes = MONGO.call(database ->
                database.getCollection("users_directory_1000").listIndexes().into(new ArrayList<>()));
        assertThat(indexes)
                .extracting(index -> index.get("key", Document.class).keySet())
                .containsExactlyInAnyOrder(Set.of("_id"), Set.of("emailKey"), Set.of("search"));
    }
}
