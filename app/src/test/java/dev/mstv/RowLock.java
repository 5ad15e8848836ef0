package dev.mstv;

import dev.mstv.devstack.Polling;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps others from something in a module's database until it is let go. */
final class RowLock implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ApplicationContext process;
    private final String module;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Thread holder;

    /**
     * Holds it.
     *
     * @param sql by which it is locked
     */
    RowLock(ApplicationContext process, String module, String sql) throws InterruptedException {
        this.process = process;
        this.module = module;
        this.holder = Thread.ofVirtual()
                .start(() ->
                        process.getBean(Databases.class).of(module).jdbcApart(connection -> hold(connection, sql)));
        if (!held.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It cannot be locked");
        }
    }

    /** Waits until somebody waits for it. */
    void awaitVictim() {
        if (!Polling.until(LIMIT, this::somebodyWaits)) {
            throw new AssertionError("Nobody waits");
        }
    }

    private boolean somebodyWaits() {
        return process.getBean(Databases.class).of(module).apart(handle -> handle.createQuery(
                        "SELECT count(*) > 0 FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .mapTo(Boolean.class)
                .one());
    }

    private boolean hold(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            held.countDown();
            return free.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        free.countDown();
        if (!Polling.until(LIMIT, () -> !holder.isAlive())) {
            throw new IllegalStateException("It is not let go");
        }
    }
}
