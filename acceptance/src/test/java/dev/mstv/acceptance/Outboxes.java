package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the modules of one database have stored and not sent, and what their subscribers could not take. */
final class Outboxes {

    private static final String MODULES = "SELECT substring(tablename from '^(.*)_event$') FROM pg_tables"
            + " WHERE schemaname = 'public' AND tablename ~ '^[a-z]+_event$' ORDER BY 1";

    private final Sql database;

    Outboxes(Sql database) {
        this.database = database;
    }

    List<String> modules() {
        return database.column(MODULES);
    }

    /** Waits until everything was sent and nothing is parked. */
    void awaitEmpty(Duration limit) {
        assertThat(Polling.until(limit, () -> unsent() + parked() == 0))
                .as(() -> unsent() + " unsent, parked: " + why())
                .isTrue();
    }

    /** The last position in the store of each module. */
    Map<String, Long> stored() {
        return modules().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        module -> Long.valueOf(
                                database.one("SELECT COALESCE(max(position), 0) FROM " + module + "_event"))));
    }

    /** Whether all events up to these positions were sent. */
    boolean sent(Map<String, Long> positions) {
        return positions.entrySet().stream()
                .allMatch(last ->
                        count(last.getKey() + "_event WHERE published_at IS NULL AND position <= " + last.getValue())
                                == 0);
    }

    long unsent() {
        return modules().stream()
                .mapToLong(module -> count(module + "_event WHERE published_at IS NULL"))
                .sum();
    }

    /** Events that wait for another attempt or behind one that does, and dead letters. */
    long parked() {
        return modules().stream().mapToLong(module -> count(module + "_parked")).sum();
    }

    private List<String> why() {
        return modules().stream()
                .flatMap(
                        module -> database
                                .column("SELECT concat_ws(' ', state, subscriber, type, error) FROM " + module
                                        + "_parked")
                                .stream())
                .toList();
    }

    /** Takes everything for unsent, which the documentation advises where a broker has lost its data. */
    void sendAgain() {
        modules().forEach(module -> database.run("UPDATE " + module + "_event SET published_at = NULL"));
    }

    private long count(String rows) {
        return Long.parseLong(database.one("SELECT count(*) FROM " + rows));
    }
}
