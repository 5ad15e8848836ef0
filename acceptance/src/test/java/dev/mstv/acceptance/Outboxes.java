package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;

/** What the modules of one database have stored and not sent, and what their subscribers could not take. */
final class Outboxes {

    private final Sql database;

    Outboxes(Sql database) {
        this.database = database;
    }

    /** Waits until everything was sent and nothing is parked. */
    void awaitEmpty(Duration limit) {
        assertThat(Polling.until(limit, () -> unsent() + parked() == 0))
                .as(() -> unsent() + " unsent, " + parked() + " parked")
                .isTrue();
    }

    long unsent() {
        return tables("event").stream()
                .mapToLong(table -> count(table + " WHERE published_at IS NULL"))
                .sum();
    }

    long parked() {
        return tables("parked").stream().mapToLong(this::count).sum();
    }

    private long count(String rows) {
        return Long.parseLong(database.one("SELECT count(*) FROM " + rows));
    }

    private List<String> tables(String kind) {
        return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE ?",
                "%\\_" + kind);
    }
}
