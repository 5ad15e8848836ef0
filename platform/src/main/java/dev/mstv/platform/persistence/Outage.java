package dev.mstv.platform.persistence;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;

/** Tells a database that is away from a statement that is wrong. */
final class Outage {

    // Classes of SQLSTATE: connection, resources, shut down by an operator, system error.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private Outage() {}

    /** What to throw instead of {@code e}: a refusal if the database is away, else {@code e} itself. */
    static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (sql instanceof SQLTransientConnectionException
                        || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)))) {
                    return refusal(e);
                }
                if (SERIALIZATION_FAILURE.equals(state) || DEADLOCK.equals(state)) {
                    return new StaleVersionException();
                }
            }
        }
        return e;
    }

    private static Refusal refusal(Throwable cause) {
        Refusal refusal = Problem.of(
                        ProblemKind.UNAVAILABLE, "database_unavailable", "The database cannot be reached right now.")
                .retryAfter(Duration.ofSeconds(2))
                .refusal();
        refusal.addSuppressed(cause);
        return refusal;
    }
}
