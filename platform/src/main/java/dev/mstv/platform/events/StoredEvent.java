package dev.mstv.platform.events;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * One row of an event store.
 *
 * @param position in the store; later events have greater ones, with gaps
 * @param stream the aggregate it happened to
 * @param version of the aggregate after it, from 1 without gaps
 * @param payload JSON, exactly as it was hashed; what is personal is sealed
 * @param metadata JSON, exactly as it was hashed
 * @param previousHash of the stream's event before it; {@link HashChain#START} for the first
 * @param hash SHA-256 over everything above that an event is made of, 64 hex digits
 */
public record StoredEvent(
        long position,
        UUID id,
        UUID stream,
        long version,
        String type,
        int schemaVersion,
        String payload,
        String metadata,
        Instant occurredAt,
        String previousHash,
        String hash) {

    /** The columns in the order in which {@link #bind} gives their values; the database gives the position. */
    static final String COLUMNS = "event_id, stream, version, type, schema_version, payload, metadata, occurred_at,"
            + " previous_hash, hash, shard";

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
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
                row.getString("hash"));
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setObject(1, id);
        insert.setObject(2, stream);
        insert.setLong(3, version);
        insert.setString(4, type);
        insert.setInt(5, schemaVersion);
        insert.setString(6, payload);
        insert.setString(7, metadata);
        insert.setObject(8, occurredAt.atOffset(ZoneOffset.UTC));
        insert.setString(9, previousHash);
        insert.setString(10, hash);
        insert.setInt(11, Shards.of(stream));
    }
}
