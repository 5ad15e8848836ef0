package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Postgres;

/** The PostgreSQL that comes with {@code up}, unless the user names a database of his own. */
final class DevelopmentDatabase {

    /** The standard port plus 50000, so that it never meets one that is already there. */
    private static final int PORT = 55432;

    private static final String NAME = "mstv";
    private static final String ADDRESS = "DATABASE_URL";

    private final Layout layout;
    private final Variables variables;
    private final Starting starting;

    DevelopmentDatabase(Layout layout, Variables variables, Starting starting) {
        this.layout = layout;
        this.variables = variables;
        this.starting = starting;
    }

    boolean isOurs() {
        return variables.get(ADDRESS).isEmpty();
    }

    /** Deletes all data. */
    void drop() {
        if (!isOurs()) {
            throw new Refusal(
                    Refusal.USAGE, "--fresh drops the data of .mstv, but DATABASE_URL names another database");
        }
        Postgres.at(layout.postgres(), port()).stop();
        FileTree.delete(layout.postgres());
    }

    /** Starts the server and returns the address of the database, which is made if it is not there. */
    String start() {
        Postgres postgres =
                starting.start("PostgreSQL", ADDRESS, () -> Postgres.start(layout.postgres(), port()), Postgres::stop);
        try {
            postgres.createDatabase(NAME);
        } catch (IllegalStateException e) {
            throw new Refusal(Refusal.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        return postgres.url(NAME);
    }

    private int port() {
        return variables.port(PORT);
    }
}
