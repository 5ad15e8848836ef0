package dev.mstv.platform.redis;

import dev.mstv.platform.config.Settings;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis, there as a bean where it is on. A server that is away is found out within a second, nobody waits for it for longer than
 * that, and nothing that was asked of it meanwhile is kept for later. Thread-safe.
 *
 * <p>All keys belong to one run of the server: after a restart or a failover the entries of before are not found, also
 * if the server brings them back from its disk.
 */
@Context
@Requires(property = Redis.ON, value = "true")
public final class Redis {

    /** The property that is true where Redis is on. */
    public static final String ON = "mstv.redis";

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration FRESH = Duration.ofMillis(1500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    /** Within it every node notices that the server is away: more than a beat and the limit together. */
    private static final Duration NOTICED = Duration.ofSeconds(1);

    /** Within it every node is back after the server is: longer than two handshakes and the longest pause. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Connector connector;
    private final Current current = new Current();
    private final List<RedisListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread keeper = Thread.ofPlatform().daemon().name("redis").unstarted(this::keepConnected);
    private volatile boolean closed;
    private @Nullable Boolean told;

    Redis(Settings settings, MeterRegistry meters) {
        this.connector = new Connector(settings.redis().address().orElseThrow());
        Gauge.builder("mstv.redis.up", this, redis -> redis.believed() ? 1 : 0)
                .description("1 if Redis is there and believed")
                .register(meters);
        keeper.start();
    }

    /** What the application context must know of the settings. */
    public static Map<String, Object> properties(Settings settings) {
        return Map.of(ON, settings.redis().on());
    }

    /**
     * Whether what Redis says may be believed: it answered a moment ago, and every node that was cut off together with
     * this one has had the time to tell Redis what it could not tell meanwhile.
     */
    public boolean believed() {
        Link link = current.get();
        return link != null && link.believed(FRESH);
    }

    public void listen(RedisListener listener) {
        listeners.add(listener);
    }

    /**
     * Runs a script without waiting. The answer fails with whatever went wrong, at once if Redis is away, and has no time
     * limit of its own.
     *
     * @param keys without the prefix that all of ours have
     */
    public <T> CompletableFuture<T> run(Script<T> script, List<String> keys, List<String> arguments) {
        Link link = current.get();
        return link == null ? CompletableFuture.failedFuture(notConnected()) : run(link, script, keys, arguments);
    }

    /**
     * Runs a script and waits for its answer, 300 ms at most.
     *
     * @param keys without the prefix that all of ours have
     * @throws RedisAwayException if Redis is away, does not answer in time, or refuses; then it counts as away
     */
    public <T> T ask(Script<T> script, List<String> keys, List<String> arguments) {
        Link link = current.get();
        if (link == null) {
            throw notConnected();
        }
        try {
            return link.await(run(link, script, keys, arguments));
        } catch (RedisAwayException e) {
            if (!Thread.currentThread().isInterrupted()) {
                fail(link);
            }
            throw e;
        }
    }

    /**
     * Whether Redis can be asked; waits for it until every other node has noticed as well that it is away, and not at
     * all if it has been away for longer.
     */
    public boolean returns() {
        return current.returnsWithin(NOTICED);
    }

    /** The channel on which nodes tell each other. */
    public String channel() {
        return Link.CHANNEL;
    }

    @PreDestroy
    void close() {
        closed = true;
        keeper.interrupt();
        try {
            keeper.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connector.close();
    }

    private static <T> CompletableFuture<T> run(
            Link link, Script<T> script, List<String> keys, List<String> arguments) {
        String prefix = "mstv:" + link.run() + ':';
        try {
            return link.run(script, keys.stream().map(prefix::concat).toList(), arguments);
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static RedisAwayException notConnected() {
        return new RedisAwayException("Not connected");
    }

    private void keepConnected() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            boolean served = serve();
            Duration longer = pause.multipliedBy(2);
            pause = served ? FIRST_PAUSE : longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            try {
                current.pause(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Connects and keeps the connection until it fails; false if it never came to be used. */
    private boolean serve() {
        boolean used = false;
        try (Link link = connector.open(LIMIT, this::hear, this::fail)) {
            current.set(link);
            try {
                listeners.forEach(RedisListener::connected);
                link.introduce(SETTLED);
                used = true;
                tell(true, "connected");
                while (current.lasts(link, BEAT)) {
                    link.beat();
                    listeners.forEach(RedisListener::connected);
                }
                tell(false, "the connection failed");
            } finally {
                fail(link);
            }
        } catch (RedisException | RedisAwayException e) {
            tell(false, String.valueOf(e.getMessage()));
        }
        return used;
    }

    private void hear(String message) {
        listeners.forEach(listener -> listener.heard(message));
    }

    private void fail(Link link) {
        if (current.drop(link)) {
            listeners.forEach(RedisListener::lost);
            link.close();
        }
    }

    /** Once per change. */
    private void tell(boolean up, String why) {
        if (closed || Boolean.valueOf(up).equals(told)) {
            return;
        }
        told = up;
        if (up) {
            LOG.info("Redis at {} is there", connector);
        } else {
            LOG.warn("Redis at {} is away, the database answers instead: {}", connector, why);
        }
    }
}
