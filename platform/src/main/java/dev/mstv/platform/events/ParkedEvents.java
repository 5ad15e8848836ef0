package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Events that a subscriber of one module could not take, in {@code <module>_parked}. The first of a stream is tried again
 * or, having been tried often enough, is a dead letter; those after it wait behind it, so that order holds. A stream
 * that is not here is not held up by one that is.
 */
final class ParkedEvents {

    private static final int MAX_ERROR = 1000;

    private final Database database;
    private final ParkedEnvelopes envelopes;
    private final Clock clock;
    private final String table;
    private final String keys;

    ParkedEvents(Database database, ParkedEnvelopes envelopes, Clock clock) {
        this.database = database;
        this.envelopes = envelopes;
        this.clock = clock;
        this.table = database.module() + "_parked";
        this.keys = database.module() + "_person_key";
    }

    /** Those of the streams that are held up. Until the end of the transaction they stay so. */
    Set<UUID> heldUp(String subscriber, Collection<UUID> streams) {
        return database.jdbc(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT stream FROM " + table + " WHERE subscriber = ? AND stream = ANY (?) FOR SHARE")) {
                query.setString(1, subscriber);
                query.setArray(2, connection.createArrayOf("uuid", streams.toArray()));
                return new HashSet<>(Database.rows(query, row -> row.getObject(1, UUID.class)));
            }
        });
    }

    /** Parks an event behind those of its stream that are here already. */
    void parkBehind(String subscriber, Envelope event) {
        database.run(handle -> insert(handle, subscriber, event, "WAITING", 0, "", Duration.ZERO));
    }

    /** Parks an event that has failed, to be tried again; {@code attempts} of those that are allowed it has had. */
    void parkFailed(String subscriber, Envelope event, int attempts, String error, Duration delay) {
        database.run(handle -> insert(handle, subscriber, event, "RETRYING", attempts, error, delay));
    }

    /** Parks an event that no attempt will help, as a dead letter. */
    void bury(String subscriber, Envelope event, String error) {
        database.run(handle -> insert(handle, subscriber, event, "DEAD", 1, error, Duration.ZERO));
    }

    /** An event of one of the subscribers that is due and that nobody else has; ours until the transaction ends. */
    Optional<ParkedEvent> due(Collection<String> subscribers) {
        return database.call(handle -> handle.createQuery("SELECT id, subscriber, envelope, attempts FROM " + table
                        + " WHERE state = 'RETRYING' AND next_attempt_at <= now() AND subscriber = ANY (:subscribers)"
                        + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .bindArray("subscribers", String.class, List.copyOf(subscribers))
                .map((row, context) -> new ParkedEvent(
                        row.getObject("id", UUID.class),
                        row.getString("subscriber"),
                        envelopes.open(handle, row.getString("envelope")),
                        row.getInt("attempts")))
                .findOne());
    }

    /** It is done, or given up: the next one of its stream is due. */
    void remove(UUID id, String subscriber, UUID stream) {
        database.run(handle -> {
            handle.createUpdate("DELETE FROM " + table + " WHERE id = :id")
                    .bind("id", id)
                    .execute();
            promote(handle, subscriber, stream);
        });
    }

    /** It has failed again. */
    void failed(ParkedEvent parked, String error, Duration delay) {
        database.run(handle -> handle.createUpdate("UPDATE " + table + " SET attempts = attempts + 1, error = :error,"
                        + " next_attempt_at = now() + :delay * interval '1 ms' WHERE id = :id")
                .bind("id", parked.id())
                .bind("error", shortened(error))
                .bind("delay", delay.toMillis())
                .execute());
    }

    /** It has failed for the last time. */
    void bury(ParkedEvent parked, String error) {
        database.run(handle -> handle.createUpdate("UPDATE " + table
                        + " SET attempts = attempts + 1, error = :error, state = 'DEAD' WHERE id = :id")
                .bind("id", parked.id())
                .bind("error", shortened(error))
                .execute());
    }

    /**
     * Takes the dead letters out of the streams of erased persons that others wait behind, {@code user.deleted} among
     * them: what was given up must not keep anybody from being forgotten.
     */
    List<GivenUp> giveWay() {
        return database.call(handle -> {
            List<GivenUp> gone = handle.createQuery("DELETE FROM " + table + " AS dead WHERE state = 'DEAD'"
                            + " AND stream = person AND EXISTS (SELECT 1 FROM " + keys + " AS key"
                            + " WHERE key.person = dead.person AND key.data_key IS NULL) AND EXISTS (SELECT 1 FROM "
                            + table + " AS later WHERE later.subscriber = dead.subscriber"
                            + " AND later.stream = dead.stream AND later.arrival > dead.arrival)"
                            + " RETURNING subscriber, event_id, stream")
                    .map((row, context) -> new GivenUp(
                            row.getString("subscriber"),
                            row.getObject("event_id", UUID.class),
                            row.getObject("stream", UUID.class)))
                    .list();
            gone.forEach(one -> promote(handle, one.subscriber(), one.stream()));
            return gone;
        });
    }

    /** An event that no subscriber of this name takes any more. */
    record GivenUp(String subscriber, UUID event, UUID stream) {}

    private void promote(Handle handle, String subscriber, UUID stream) {
        handle.createUpdate("UPDATE " + table + " SET state = 'RETRYING', next_attempt_at = now() WHERE id = (SELECT id"
                        + " FROM " + table + " WHERE subscriber = :subscriber AND stream = :stream"
                        + " ORDER BY arrival LIMIT 1) AND state = 'WAITING'")
                .bind("subscriber", subscriber)
                .bind("stream", stream)
                .execute();
    }

    private void insert(
            Handle handle,
            String subscriber,
            Envelope event,
            String state,
            int attempts,
            String error,
            Duration delay) {
        handle.createUpdate(
                        "INSERT INTO " + table + " (id, subscriber, event_id, type, stream, person, envelope, state,"
                                + " attempts, error, parked_at, next_attempt_at) VALUES (:id, :subscriber, :event,"
                                + " :type, :stream, CAST(:person AS uuid), :envelope, :state, :attempts, :error, now(),"
                                + " now() + :delay * interval '1 ms') ON CONFLICT (subscriber, event_id) DO NOTHING")
                .bind("id", Ids.next(clock))
                .bind("subscriber", subscriber)
                .bind("event", event.id())
                .bind("type", event.type())
                .bind("stream", event.stream())
                .bind("person", event.person())
                .bind("envelope", envelopes.seal(handle, event))
                .bind("state", state)
                .bind("attempts", attempts)
                .bind("error", shortened(error))
                .bind("delay", delay.toMillis())
                .execute();
    }

    private static String shortened(String error) {
        // The database refuses NUL, and an error may quote what it was about.
        String text = error.replace('\0', ' ');
        return text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR);
    }
}
