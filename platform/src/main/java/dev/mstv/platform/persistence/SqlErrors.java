package dev.mstv.platform.persistence;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Reads from a failure what the database meant. */
public final class SqlErrors {

    private static final String UNIQUE_VIOLATION = "23505";

    private SqlErrors() {}

    /** True if there is a row already that has the value of a unique column. */
    public static boolean uniqueViolation(JdbiException failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
