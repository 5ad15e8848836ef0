package dev.mstv;

import dev.mstv.devstack.Polling;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Two processes on one database and one Redis. */
final class Nodes implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    final dev.mstv.devstack.Redis redis = dev.mstv.devstack.Redis.temporary();
    final ApplicationContext first;
    final ApplicationContext second;

    private Nodes(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", RunningProcess.newDatabase());
        environment.put("ENABLE_REDIS_CACHE", "true");
        environment.put("REDIS_URL", redis.url());
        first = RunningProcess.start(environment);
        second = RunningProcess.start(environment);
        awaitRedis();
    }

    static Nodes started() {
        return started(Map.of());
    }

    static Nodes started(Map<String, String> environment) {
        return new Nodes(environment);
    }

    /** Waits until both believe Redis. */
    void awaitRedis() {
        await("Redis is not believed", () -> believes(first) && believes(second));
    }

    /** Waits until neither does. */
    void awaitNoRedis() {
        await("Redis is still believed", () -> !believes(first) && !believes(second));
    }

    static boolean believes(ApplicationContext node) {
        return node.getBean(MeterRegistry.class).get("mstv.redis.up").gauge().value() == 1;
    }

    /** How often a level of a cache gave that result on a node. */
    static double count(ApplicationContext node, String cache, String level, String result) {
        return node.getBean(MeterRegistry.class)
                .get("mstv.cache.requests")
                .tag("cache", cache)
                .tag("level", level)
                .tag("result", result)
                .counter()
                .count();
    }

    private static void await(String otherwise, java.util.function.BooleanSupplier condition) {
        if (!Polling.until(LIMIT, condition)) {
            throw new AssertionError(otherwise);
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        redis.close();
    }
}
