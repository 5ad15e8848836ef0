package dev.mstv.platform.persistence;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Reads from a failure what the database meant. */
public final class SqlErrors {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private SqlErrors() {}

    /** True if there is a row already that has the value of a unique column. */
    public static boolean uniqueViolation(JdbiException failure) {
        return is(failure, UNIQUE_VIOLATION);
    }

    /** As {@link #uniqueViolation(JdbiException)}. */
    public static boolean uniqueViolation(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    /** True if a lock was not had within the time that the transaction set. */
    public static boolean lockTimeout(JdbiException failure) {
        return is(failure, LOCK_NOT_AVAILABLE);
    }

    private static boolean is(JdbiException failure, String state) {
        return failure.getCause() instanceof SQLException sql && state.equals(sql.getSQLState());
    }
}
