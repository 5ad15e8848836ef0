package dev.mstv.platform.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connections for commands and for messages to one run of the server. One that has failed once is thrown away, and
 * another is made: nothing that was said on it is repeated.
 */
final class Link implements AutoCloseable {

    static final String CHANNEL = "mstv:changed";

    private static final Pattern RUN = Pattern.compile("run_id:([0-9a-f]{16})");

    private final StatefulRedisConnection<String, String> commands;
    private final StatefulRedisPubSubConnection<String, String> messages;
    private final String run;
    private final Duration limit;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long believedFrom;
    private volatile boolean introduced;
    private volatile long answered = System.nanoTime();

    private Link(RedisClient client, RedisURI address, Duration limit) {
        this.limit = limit;
        this.commands = client.connect(StringCodec.UTF8, address);
        boolean complete = false;
        try {
            this.messages = client.connectPubSub(StringCodec.UTF8, address);
            this.run = run(await(commands.async().info("server")));
            complete = true;
        } finally {
            if (!complete) {
                end(commands);
            }
        }
    }

    /**
     * Connects.
     *
     * @param broken is told when one of the connections ends, also by {@link #close}
     * @throws io.lettuce.core.RedisException if the server cannot be reached
     * @throws RedisAwayException if it does not answer
     */
    static Link open(
            RedisClient client, RedisURI address, Duration limit, Consumer<String> heard, Consumer<Link> broken) {
        Link link = new Link(client, address, limit);
        RedisConnectionStateListener watch = new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                broken.accept(link);
            }
        };
        link.commands.addListener(watch);
        link.messages.addListener(watch);
        link.messages.addListener(new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
                heard.accept(message);
            }
        });
        boolean subscribed = false;
        try {
            link.await(link.messages.async().subscribe(CHANNEL));
            link.beat();
            subscribed = true;
            return link;
        } finally {
            if (!subscribed) {
                link.close();
            }
        }
    }

    /** A name of this run of the server: what an earlier run knew, or another server, is none of this one's. */
    String run() {
        return run;
    }

    <T> CompletableFuture<T> run(Script<T> script, List<String> keys, List<String> arguments) {
        String[] keyArray = keys.toArray(String[]::new);
        String[] argumentArray = arguments.toArray(String[]::new);
        if (known.contains(script.hash())) {
            return script.run(commands.async(), true, keyArray, argumentArray);
        }
        return script.run(commands.async(), false, keyArray, argumentArray).whenComplete((answer, failure) -> {
            if (failure == null) {
                known.add(script.hash());
            }
        });
    }

    /** Shows that the server takes writes, and that every message published before this moment has been heard. */
    void beat() {
        long begin = System.nanoTime();
        await(commands.async().set("mstv:" + run + ":beat", "", SetArgs.Builder.px(limit.toMillis())));
        await(messages.async().ping());
        answered = begin;
    }

    /** From {@code delay} on, its answers may be believed. */
    void introduce(Duration delay) {
        believedFrom = System.nanoTime() + delay.toNanos();
        introduced = true;
    }

    /** Whether its answers may be believed: it was introduced, and answered a moment ago. */
    boolean believed(Duration freshness) {
        long now = System.nanoTime();
        return introduced && now - believedFrom >= 0 && now - answered < freshness.toNanos();
    }

    <T> T await(Future<T> answer) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new RedisAwayException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new RedisAwayException("No answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisAwayException("Interrupted");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end(commands);
            end(messages);
        }
    }

    // Without waiting, because it may be the connection's own thread that found it broken.
    private static void end(StatefulConnection<String, String> connection) {
        CompletableFuture<Void> unused = connection.closeAsync();
    }

    private static String run(String info) {
        Matcher matcher = RUN.matcher(info);
        if (!matcher.find()) {
            throw new RedisAwayException("The server does not tell which run of it this is");
        }
        return matcher.group(1);
    }
}
