package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.SqlErrors;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.platform.security.DataKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events of one module, in {@code <module>_event}. Thread-safe. */
public final class EventStore {

    // A broker takes at most so much; what an event says is a small part of it.
    private static final int MAX_PAYLOAD = 262_144;

    private final Database database;
    private final Clock clock;
    private final PersonKeys keys;
    private final Bell bell;
    private final String table;

    EventStore(Database database, Clock clock, PersonKeys keys, Bell bell) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.bell = bell;
        this.table = database.module() + "_event";
    }

    /** As {@link #append(UUID, long, List, Instant)}, of what happens at this moment. */
    public void append(UUID stream, long version, List<? extends Event> events) {
        append(stream, version, events, clock.instant());
    }

    /**
     * Appends what happened to an aggregate, in the transaction of the current command.
     *
     * @param version of the aggregate before these events; 0 if they are its first
     * @param at when they happened, as the aggregate says; to the millisecond
     * @throws StaleVersionException if the aggregate is not at that version any more
     */
    public void append(UUID stream, long version, List<? extends Event> events, Instant at) {
        boolean unused = database.jdbc(connection -> {
            String previous = lastHash(connection, stream, version);
            long next = version;
            for (Event event : events) {
                StoredEvent stored = stored(stream, ++next, event, previous, at);
                insert(connection, stored);
                previous = stored.hash();
            }
            return true;
        });
    }

    /** The events of a stream in their order, as they are stored; empty if there is none. */
    public List<StoredEvent> stream(UUID stream) {
        return database.call(
                handle -> handle.createQuery("SELECT * FROM " + table + " WHERE stream = :stream ORDER BY version")
                        .bind("stream", stream)
                        .map((row, context) -> StoredEvent.of(row))
                        .list());
    }

    /** The first event of the stream that is not what was appended; empty if all of them are. */
    public Optional<StoredEvent> firstBroken(UUID stream) {
        ChainWalk walk = new ChainWalk(database.module());
        return stream(stream).stream().filter(event -> !walk.pass(event)).findFirst();
    }

    /**
     * Forgets a person, in the transaction of the current command: what is personal in this module's events, in the
     * outcomes that it keeps and in what is parked, can be read by nobody from its commit on, and none is stored again.
     * What is parked keeps its effect.
     */
    public void erase(UUID person) {
        database.run(handle -> {
            keys.destroy(handle, person);
            handle.createUpdate("DELETE FROM " + database.module() + "_idempotency WHERE person = :person")
                    .bind("person", person)
                    .execute();
            // Why something could not be taken may quote it.
            handle.createUpdate("UPDATE " + database.module() + "_parked SET error = '' WHERE person = :person")
                    .bind("person", person)
                    .execute();
        });
    }

    /** Whether a person was forgotten here, so that an event of theirs that comes late finds nobody. */
    public boolean erased(UUID person) {
        return database.call(handle -> keys.destroyed(handle, person));
    }

    private String lastHash(Connection connection, UUID stream, long version) throws SQLException {
        if (version == 0) {
            return HashChain.START;
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT hash FROM " + table + " WHERE stream = ? AND version = ?")) {
            query.setObject(1, stream);
            query.setLong(2, version);
            return Database.rows(query, row -> row.getString("hash")).stream()
                    .findFirst()
                    .orElseThrow(StaleVersionException::new);
        }
    }

    private StoredEvent stored(UUID stream, long version, Event event, String previous, Instant at) {
        Event.Type type = EventJson.type(event);
        UUID id = Ids.next(clock);
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        String payload = payload(event, id);
        String metadata = EventJson.metadata(CallContext.current(), event);
        String hash =
                HashChain.next(previous, id, stream, version, type.value(), type.version(), payload, metadata, millis);
        return new StoredEvent(
                0, id, stream, version, type.value(), type.version(), payload, metadata, millis, previous, hash);
    }

    private void insert(Connection connection, StoredEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " (" + StoredEvent.COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position")) {
            event.bind(insert);
            told(event.stream(), Database.rows(insert, row -> row.getLong(1)).getFirst());
        } catch (SQLException e) {
            if (SqlErrors.uniqueViolation(e)) {
                throw new StaleVersionException();
            }
            throw e;
        }
    }

    private void told(UUID stream, long position) {
        CallContext context = CallContext.current();
        database.afterCommit(() -> {
            context.receipt().reached(database.module(), stream, position);
            bell.committed(database.module(), Shards.of(stream));
        });
    }

    private String payload(Event event, UUID id) {
        ObjectNode data = EventJson.tree(event);
        List<List<String>> personal = PersonalFields.of(event.getClass());
        event.person().ifPresent(database::concerns);
        if (Sealing.needed(data, personal)) {
            UUID person = event.person()
                    .orElseThrow(() -> new IllegalStateException(event.getClass() + " does not say of whom it tells"));
            Optional<DataKey> key = database.call(handle -> keys.ofOrNew(handle, person));
            Sealing.seal(data, personal, key.orElse(null), id);
        }
        String payload = EventJson.write(data);
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalStateException("An event of " + payload.length() + " characters is too large");
        }
        return payload;
    }
}
