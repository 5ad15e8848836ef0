package dev.mstv.acceptance;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;

/** One server and one monolith that most tests share; both end with this JVM. */
final class World {

    private static final String DATABASE = "mstv";
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private World() {}

    /** Started when first asked for. */
    private static final class Servers {
        static final Postgres POSTGRES = Postgres.temporary();

        static {
            POSTGRES.createDatabase(DATABASE);
        }

        static final RunningApp APP = Launch.on(POSTGRES.url(DATABASE)).start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(APP::close));
        }
    }

    static RunningApp app() {
        return Servers.APP;
    }

    static Launch anotherProcess() {
        return Launch.on(Servers.POSTGRES.url(DATABASE));
    }

    /** How to start a process on a database of its own. */
    static Launch ownDatabase(String name) {
        Servers.POSTGRES.createDatabase(name);
        return Launch.on(Servers.POSTGRES.url(name));
    }

    static Sql database() {
        return Sql.of(Servers.POSTGRES.url(DATABASE));
    }

    /** One of {@link #ownDatabase}. */
    static Sql database(String name) {
        return Sql.of(Servers.POSTGRES.url(name));
    }

    /** Waits until everything that has happened in the shared database has arrived everywhere. */
    static void settle() {
        String waiting = database().column("SELECT tablename FROM pg_tables WHERE tablename LIKE '%\\_event'").stream()
                .map(table -> "SELECT 1 FROM " + table + " WHERE published_at IS NULL")
                .collect(Collectors.joining(" UNION ALL "));
        if (!Polling.until(SETTLED, () -> database().column(waiting).isEmpty())) {
            throw new AssertionError("Events are under way for " + SETTLED);
        }
    }

    static String newEmail() {
        return "u-" + UUID.randomUUID() + "@example.com";
    }
}
