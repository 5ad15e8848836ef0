package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.security.DataKey;
import dev.mstv.platform.security.Encryption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the persons whose data a module's events hold, in {@code <module>_person_key}. They are read each time they
 * are needed: a key that is remembered anywhere would outlive its person.
 */
final class PersonKeys {

    private final Encryption encryption;
    private final String table;

    PersonKeys(Encryption encryption, String module) {
        this.encryption = encryption;
        this.table = module + "_person_key";
    }

    /** The person's key, made now if there was none; empty once they are erased. */
    Optional<DataKey> ofOrNew(Handle handle, UUID person) {
        DataKey made = DataKey.random();
        int inserted = handle.createUpdate("INSERT INTO " + table
                        + " (person, data_key) VALUES (:person, :key) ON CONFLICT (person) DO NOTHING")
                .bind("person", person)
                .bind("key", encryption.encrypt(made.bytes()))
                .execute();
        return inserted == 1 ? Optional.of(made) : of(handle, person);
    }

    /** The person's key; empty if they have none, or none any more. */
    Optional<DataKey> of(Handle handle, UUID person) {
        return handle.createQuery("SELECT data_key FROM " + table + " WHERE person = :person")
                .bind("person", person)
                .mapTo(String.class)
                .findOne()
                .map(this::unwrapped);
    }

    /** The keys of those persons who have one. */
    Map<UUID, DataKey> of(Database database, Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        Map<UUID, DataKey> keys = new HashMap<>();
        database.byIds(
                        "SELECT person, data_key FROM " + table + " WHERE person = ANY (?) AND data_key IS NOT NULL",
                        persons,
                        row -> new Row(row.getObject("person", UUID.class), row.getString("data_key")))
                .forEach(row -> keys.put(row.person(), unwrapped(row.key())));
        return keys;
    }

    /** Destroys the person's key, and sees to it that none is made again. */
    void destroy(Handle handle, UUID person) {
        handle.createUpdate(
                        "INSERT INTO " + table
                                + " (person, data_key) VALUES (:person, NULL) ON CONFLICT (person) DO UPDATE SET data_key = NULL")
                .bind("person", person)
                .execute();
    }

    boolean destroyed(Handle handle, UUID person) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE person = :person AND data_key IS NULL)")
                .bind("person", person)
                .mapTo(Boolean.class)
                .one();
    }

    private DataKey unwrapped(@Nullable String wrapped) {
        return new DataKey(encryption.decrypt(String.valueOf(wrapped)));
    }

    private record Row(UUID person, String key) {}
}
