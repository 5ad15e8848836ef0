package dev.mstv.platform.events;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.SqlErrors;
import dev.mstv.platform.persistence.StaleVersionException;
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

    private static final int SHARDS = 64;

    private final Database database;
    private final Clock clock;
    private final String table;

    EventStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.table = database.module() + "_event";
    }

    /**
     * Appends what happened to an aggregate, in the transaction of the current command.
     *
     * @param version of the aggregate before these events; 0 if they are its first
     * @throws StaleVersionException if the aggregate is not at that version any more
     */
    public void append(UUID stream, long version, List<? extends Event> events) {
        database.run(handle -> {
            String previous = lastHash(handle, stream, version);
            long next = version;
            for (Event event : events) {
                next++;
                previous = append(handle, stream, next, event, previous);
            }
        });
    }

    /** The events of a stream in their order; empty if there is none. */
    public List<StoredEvent> stream(UUID stream) {
        return database.call(
                handle -> handle.createQuery("SELECT * FROM " + table + " WHERE stream = :stream ORDER BY version")
                        .bind("stream", stream)
                        .map((row, context) -> new StoredEvent(
                                row.getLong("position"),
                                row.getObject("event_id", UUID.class),
                                row.getObject("stream", UUID.class),
                                row.getLong("version"),
                                row.getString("type"),
                                row.getInt("schema_version"),
                                row.getString("payload"),
                                row.getString("metadata"),
                                row.getTimestamp("occurred_at").toInstant(),
                                row.getString("previous_hash"),
                                row.getString("hash")))
                        .list());
    }

    /** The first event of the stream that is not what was appended; empty if all of them are. */
    public Optional<StoredEvent> firstBroken(UUID stream) {
        String previous = HashChain.START;
        for (StoredEvent event : stream(stream)) {
            if (!HashChain.holds(event, previous)) {
                return Optional.of(event);
            }
            previous = event.hash();
        }
        return Optional.empty();
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

    private String append(Handle handle, UUID stream, long version, Event event, String previous) {
        Event.Type type = EventJson.type(event);
        UUID id = Ids.next(clock);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CallContext context = CallContext.current();
        String payload = EventJson.payload(event);
        String metadata = EventJson.metadata(context);
        String hash =
                HashChain.next(previous, id, stream, version, type.value(), type.version(), payload, metadata, now);
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
                    .bind("shard", Math.floorMod(stream.hashCode(), SHARDS))
                    .bind("previous", previous)
                    .bind("hash", hash)
                    .executeAndReturnGeneratedKeys("position")
                    .mapTo(Long.class)
                    .one();
            database.afterCommit(() -> context.receipt().reached(database.module(), position));
        } catch (UnableToExecuteStatementException e) {
            if (SqlErrors.uniqueViolation(e)) {
                throw new StaleVersionException();
            }
            throw e;
        }
        return hash;
    }
}
