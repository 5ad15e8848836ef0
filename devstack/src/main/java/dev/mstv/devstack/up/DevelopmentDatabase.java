package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.PortInUse;
import dev.mstv.devstack.Postgres;

/** The PostgreSQL that comes with {@code up}, unless the user names a database of his own. */
final class DevelopmentDatabase {

    /** The standard port plus 50000, so that it never meets one that is already there. */
    private static final int PORT = 55432;

    private static final String NAME = "mstv";

    private final Layout layout;
    private final Variables variables;
    private final Closing closing;

    DevelopmentDatabase(Layout layout, Variables variables, Closing closing) {
        this.layout = layout;
        this.variables = variables;
        this.closing = closing;
    }

    boolean isOurs() {
        return variables.get("DATABASE_URL").isEmpty();
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
        try {
            Postgres postgres = closing.start(() -> Postgres.start(layout.postgres(), port()), Postgres::stop);
            postgres.createDatabase(NAME);
            return postgres.url(NAME);
        } catch (PortInUse e) {
            throw new Refusal(
                    Refusal.TRY_LATER,
                    e.getMessage() + ": set DEV_PORT_OFFSET to move PostgreSQL, or DATABASE_URL to use your own");
        } catch (IllegalStateException e) {
            throw new Refusal(Refusal.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private int port() {
        return PORT + variables.number("DEV_PORT_OFFSET", 0);
    }
}
