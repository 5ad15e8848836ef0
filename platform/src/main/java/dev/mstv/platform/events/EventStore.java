package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.SqlErrors;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.platform.security.DataKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

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
        database.run(handle -> {
            String previous = lastHash(handle, stream, version);
            long next = version;
            for (Event event : events) {
                next++;
                previous = append(handle, stream, next, event, previous, at);
            }
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
     * Forgets a person, in the transaction of the current command: what is personal in this module's events, and in the
     * outcomes and undelivered events that it keeps, can be read by nobody from its commit on, and none is stored again.
     */
    public void erase(UUID person) {
        database.run(handle -> {
            keys.destroy(handle, person);
            for (String kept : List.of("_idempotency", "_parked")) {
                handle.createUpdate("DELETE FROM " + database.module() + kept + " WHERE person = :person")
                        .bind("person", person)
                        .execute();
            }
        });
    }

    /** Whether a person was forgotten here, so that an event of theirs that comes late finds nobody. */
    public boolean erased(UUID person) {
        return database.call(handle -> keys.destroyed(handle, person));
    }

    private String lastHash(Handle handle, UUID stream, long version) {
        return version == 0
                ? HashChain.START
                : handle.createQuery("SELECT hash FROM " + table + " WHERE stream = :stream AND version = :version")
                        .bind("stream", stream)
                        .bind("version", version)
                        .mapTo(String.class)
                        .findOne()
                        .orElseThrow(StaleVersionException::new);
    }

    private String append(Handle handle, UUID stream, long version, Event event, String previous, Instant at) {
        Event.Type type = EventJson.type(event);
        UUID id = Ids.next(clock);
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        CallContext context = CallContext.current();
        String payload = payload(handle, event, id);
        String metadata = EventJson.metadata(context, event);
        String hash =
                HashChain.next(previous, id, stream, version, type.value(), type.version(), payload, metadata, now);
        int shard = Shards.of(stream);
        try {
            long position = handle.createUpdate("INSERT INTO " + table + " (event_id, stream, version, type,"
                            + " schema_version, payload, metadata, occurred_at, shard, previous_hash, hash) VALUES"
                            + " (:id, :stream, :version, :type, :schemaVersion, :payload, :metadata, :occurredAt,"
                            + " :shard, :previous, :hash)")
                    .bind("id", id)
                    .bind("stream", stream)
                    .bind("version", version)
                    .bind("type", type.value())
                    .bind("schemaVersion", type.version())
                    .bind("payload", payload)
                    .bind("metadata", metadata)
                    .bind("occurredAt", now.atOffset(ZoneOffset.UTC))
                    .bind("shard", shard)
                    .bind("previous", previous)
                    .bind("hash", hash)
                    .executeAndReturnGeneratedKeys("position")
                    .mapTo(Long.class)
                    .one();
            database.afterCommit(() -> {
                context.receipt().reached(database.module(), stream, position);
                bell.committed(database.module(), shard);
            });
        } catch (UnableToExecuteStatementException e) {
            if (SqlErrors.uniqueViolation(e)) {
                throw new StaleVersionException();
            }
            throw e;
        }
        return hash;
    }

    private String payload(Handle handle, Event event, UUID id) {
        ObjectNode data = EventJson.tree(event);
        List<List<String>> personal = PersonalFields.of(event.getClass());
        event.person().ifPresent(database::concerns);
        if (Sealing.needed(data, personal)) {
            UUID person = event.person()
                    .orElseThrow(() -> new IllegalStateException(event.getClass() + " does not say of whom it tells"));
            Optional<DataKey> key = keys.ofOrNew(handle, person);
            Sealing.seal(data, personal, key.orElse(null), id);
        }
        String payload = EventJson.write(data);
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalStateException("An event of " + payload.length() + " characters is too large");
        }
        return payload;
    }
}
