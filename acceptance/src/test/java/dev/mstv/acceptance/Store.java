package dev.mstv.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the event stores of all modules of one database hold. */
final class Store {

    private final Sql database;
    private final String events;

    Store(Sql database) {
        this.database = database;
        this.events = String.join(
                " UNION ALL ",
                new Outboxes(database)
                        .modules().stream()
                                .map(module -> "SELECT event_id, stream, version, type, metadata, occurred_at FROM "
                                        + module + "_event")
                                .toList());
    }

    List<String> ids() {
        return ids("");
    }

    List<String> ids(String ofType) {
        return database.column("SELECT event_id FROM (" + events + ") AS e WHERE type = ? OR ? = ''", ofType, ofType);
    }

    /** What is known of an event. */
    String tell(String id) {
        return database.one(
                "SELECT concat_ws(' ', type, stream, version, occurred_at AT TIME ZONE 'UTC', metadata) FROM (" + events
                        + ") AS e WHERE event_id = CAST(? AS uuid)",
                id);
    }

    /** How many events of a type came from each request. */
    Map<Ledger.Expected, Integer> byRequest() {
        Map<Ledger.Expected, Integer> counts = new HashMap<>();
        for (String row : database.column(
                "SELECT type || ' ' || (CAST(metadata AS jsonb) ->> 'requestId') FROM (" + events + ") AS e")) {
            String[] parts = row.split(" ", 2);
            counts.merge(new Ledger.Expected(parts[1], parts[0]), 1, Integer::sum);
        }
        return counts;
    }

    /** Streams whose versions are not 1, 2, 3 and so on. */
    List<String> torn() {
        return database.column("SELECT stream FROM (" + events + ") AS e GROUP BY stream"
                + " HAVING min(version) <> 1 OR max(version) <> count(*)");
    }

    /** The arrivals that came after a later one of their stream, not counting those that had come before. */
    static List<String> outOfOrder(List<Topics.Arrival> arrivals) {
        Map<String, Long> last = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Topics.Arrival arrival : arrivals) {
            long before = last.getOrDefault(arrival.key(), 0L);
            if (arrival.sequence() > before + 1) {
                wrong.add(arrival.key() + ": " + arrival.sequence() + " after " + before);
            }
            last.put(arrival.key(), Math.max(before, arrival.sequence()));
        }
        return wrong;
    }
}
