package dev.mstv.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.mstv.platform.bus.CallContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The database of one module. Thread-safe. */
public final class Database {

    private final String module;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    Database(String module, HikariDataSource pool) {
        this.module = module;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // The values of a statement that failed would stand in logs and dead letters.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    public String module() {
        return module;
    }

    /**
     * Runs {@code work} in the transaction of the current command if it is one of this module, else by itself.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code database_unavailable} if the database is away or does not answer;
     *     {@code deadline_exceeded} if the caller has gone
     */
    public <T> T call(HandleCallback<T, RuntimeException> work) {
        CallContext.requirePresence();
        try {
            UnitOfWork current = UnitOfWork.ofThread();
            return current != null && current.isOf(this) ? work.withHandle(current.handle()) : jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw Outage.translated(e);
        }
    }

    /** As {@link #call}, without a result. */
    public void run(HandleWork work) {
        call(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** As {@link #call}, by plain JDBC: for the few statements that are run for every event or request. */
    public <T> T jdbc(JdbcWork<T> work) {
        return call(handle -> done(work, handle.getConnection()));
    }

    /** As {@link #jdbc}, by itself, whatever becomes of the current command. */
    public <T> T jdbcApart(JdbcWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            return done(work, connection);
        } catch (SQLException e) {
            throw Outage.translated(new IllegalStateException("No connection is to be had", e));
        }
    }

    private static <T> T done(JdbcWork<T> work, Connection connection) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw Outage.translated(new IllegalStateException("A statement failed", e));
        }
    }

    /** Runs {@code work} by itself, whatever becomes of the current command. */
    public <T> T apart(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw Outage.translated(e);
        }
    }

    /** As {@link #run}, for work that takes longer than anybody waits, such as making an index. */
    public void atLength(Duration limit, HandleWork work) {
        run(handle -> {
            Connection connection = handle.getConnection();
            try {
                int usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
                work.accept(handle);
                connection.setNetworkTimeout(Runnable::run, usual);
            } catch (SQLException e) {
                throw Outage.translated(new IllegalStateException("The time limit of a connection cannot be set", e));
            }
        });
    }

    /**
     * The rows of those {@code ids} that have one, by itself.
     *
     * @param sql with one parameter, an array of ids
     */
    public <T> List<T> byIds(String sql, Collection<UUID> ids, ReadRow<T> read) {
        return jdbcApart(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                return rows(statement, read);
            }
        });
    }

    /** What a query finds. */
    public static <T> List<T> rows(PreparedStatement query, ReadRow<T> read) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(read.apply(rows));
            }
        }
        return found;
    }

    /** Runs {@code work} when the transaction of the current command is committed, and never if it is not. */
    public void afterCommit(Runnable work) {
        UnitOfWork current = UnitOfWork.ofThread();
        if (current != null && current.isOf(this)) {
            current.afterCommit(work);
        } else {
            work.run();
        }
    }

    /** Notes that what the current command answers may hold data of this person, so that it goes when they go. */
    public void concerns(UUID person) {
        UnitOfWork current = UnitOfWork.ofThread();
        if (current != null && current.isOf(this)) {
            current.concerns(person);
        }
    }

    Handle open() {
        return jdbi.open();
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface ReadRow<T> {
        T apply(ResultSet row) throws SQLException;
    }

    /** Uses a connection that somebody else opens and closes. */
    @FunctionalInterface
    public interface JdbcWork<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Uses a handle that somebody else opens and closes. */
    @FunctionalInterface
    public interface HandleWork {
        void accept(Handle handle);
    }
}
