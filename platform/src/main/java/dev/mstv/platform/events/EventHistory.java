package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what one module has stored once more, for who makes something anew of it: in the current transaction, if there is
 * one. Thread-safe.
 *
 * <p>Positions are given when an event is stored and may be committed in another order: one that is missing now may be
 * there later, below those that were read already.
 */
public final class EventHistory {

    private final Database database;
    private final EventReader reader;
    private final String table;

    EventHistory(Database database, EventReader reader) {
        this.database = database;
        this.reader = reader;
        this.table = database.module() + "_event";
    }

    /**
     * Where an event is.
     *
     * @param age in milliseconds, by the database's clock
     */
    public record Place(long position, UUID stream, long version, String type, long age) {}

    /** The events after a position, in their order and as subscribers read them; at most {@code limit}. */
    public List<Envelope> after(long position, int limit) {
        return envelopes(
                "SELECT * FROM " + table + " WHERE position > :position ORDER BY position LIMIT :limit",
                query -> query.bind("position", position).bind("limit", limit));
    }

    /** The events whose positions are in one of the spans, in their order. */
    public List<Envelope> within(Collection<Span> spans) {
        return spans.isEmpty()
                ? List.of()
                : envelopes(
                        "SELECT e.* FROM unnest(:from, :to) AS s(first, last) JOIN " + table
                                + " AS e ON e.position BETWEEN s.first AND s.last ORDER BY e.position",
                        query -> query.bindArray(
                                        "from",
                                        Long.class,
                                        spans.stream().map(Span::first).toList())
                                .bindArray(
                                        "to",
                                        Long.class,
                                        spans.stream().map(Span::last).toList()));
    }

    /** Everything that happened to some aggregates, in its order. */
    public List<Envelope> of(Collection<UUID> streams) {
        return streams.isEmpty()
                ? List.of()
                : envelopes(
                        "SELECT * FROM " + table + " WHERE stream = ANY (:streams) ORDER BY position",
                        query -> query.bindArray("streams", UUID.class, List.copyOf(streams)));
    }

    /** Where those events are whose positions there are. */
    public List<Place> at(Collection<Long> positions) {
        return places(
                "WHERE position = ANY (:positions)",
                query -> query.bindArray("positions", Long.class, List.copyOf(positions)));
    }

    /** Where the events after a position are, in their order; at most {@code limit}. */
    public List<Place> placesAfter(long position, int limit) {
        return places(
                "WHERE position > :position ORDER BY position LIMIT :limit",
                query -> query.bind("position", position).bind("limit", limit));
    }

    /** Whether nothing was ever stored. */
    public boolean empty() {
        return database.call(handle -> !handle.createQuery("SELECT EXISTS (SELECT 1 FROM " + table + ")")
                .mapTo(Boolean.class)
                .one());
    }

    private List<Envelope> envelopes(String sql, Binding binding) {
        return reader.envelopes(database.call(handle -> bound(handle, sql, binding)
                .map((row, context) -> StoredEvent.of(row))
                .list()));
    }

    private List<Place> places(String where, Binding binding) {
        String sql = "SELECT position, stream, version, type, (EXTRACT(EPOCH FROM now() - occurred_at) * 1000)::bigint"
                + " AS age FROM " + table + " " + where;
        return database.call(handle -> bound(handle, sql, binding)
                .map((row, context) -> new Place(
                        row.getLong("position"),
                        row.getObject("stream", UUID.class),
                        row.getLong("version"),
                        row.getString("type"),
                        row.getLong("age")))
                .list());
    }

    private static Query bound(Handle handle, String sql, Binding binding) {
        return binding.of(handle.createQuery(sql));
    }

    private interface Binding {
        Query of(Query query);
    }
}
