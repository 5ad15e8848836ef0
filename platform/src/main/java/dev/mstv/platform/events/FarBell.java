package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.problem.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings on other nodes when this one has committed what they send, and here when they have: by PostgreSQL's NOTIFY, some
 * milliseconds after the commits and for many of them together, because in each of them it would take a lock of the whole
 * database. Only to be quick: a ring that is lost costs the time until the next look.
 */
final class FarBell {

    private static final Logger LOG = LoggerFactory.getLogger(FarBell.class);
    private static final Duration TOGETHER = Duration.ofMillis(3);
    private static final Duration LISTENING = Duration.ofSeconds(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

    private final Database database;
    private final Bell bell;
    private final String channel;
    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    FarBell(Database database, Bell bell) {
        this.database = database;
        this.bell = bell;
        this.channel = database.module() + "_event";
    }

    /** Will ring for a shard on the node that has it. */
    void ring(int shard) {
        if (waiting.add(shard)) {
            work.release();
        }
    }

    void close() {
        closed.countDown();
    }

    /** Tells other nodes, until it is closed. */
    void tell() {
        try {
            while (!closed.await(TOGETHER.toMillis(), TimeUnit.MILLISECONDS)) {
                if (work.tryAcquire(LISTENING.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                    tellOnce();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellOnce() {
        Set<Integer> shards = Set.copyOf(waiting);
        waiting.removeAll(shards);
        try {
            boolean unused = database.apart(handle -> handle.createQuery("SELECT pg_notify(:channel, :shards) IS NULL")
                    .bind("channel", channel)
                    .bind("shards", shards.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .mapTo(Boolean.class)
                    .one());
        } catch (Refusal refusal) {
            LOG.debug("Other nodes look by themselves", refusal);
        }
    }

    /** Hears other nodes, until it is closed. */
    void listen() {
        int failures = 0;
        Duration pause = Duration.ZERO;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    boolean unused = database.apart(this::hear);
                    failures = 0;
                } catch (RuntimeException e) {
                    pause = BACKOFF.after(++failures);
                    LOG.debug("Other nodes are not heard; this one looks by itself", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hear(Handle handle) {
        handle.execute("LISTEN " + channel);
        try {
            PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                PGNotification[] heard = connection.getNotifications((int) LISTENING.toMillis());
                for (PGNotification one : heard) {
                    Arrays.stream(one.getParameter().split(",", -1))
                            .map(Integer::valueOf)
                            .forEach(shard -> bell.ring(database.module(), shard));
                }
            }
            handle.execute("UNLISTEN " + channel);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is gone", e);
        }
    }
}
