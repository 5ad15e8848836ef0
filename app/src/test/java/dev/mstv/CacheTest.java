package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.devstack.Polling;
import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.cache.Loader;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cache on two nodes and a real Redis; what can get in between is called in between. */
class CacheTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static Nodes nodes;
    private static Cache<Thing> first;
    private static Cache<Thing> second;
    private static Database database;

    private final UUID id = UUID.randomUUID();
    private final AtomicInteger loads = new AtomicInteger();

    record Thing(String name) {}

    @BeforeAll
    static void start() {
        nodes = Nodes.started();
        first = cache(nodes.first);
        second = cache(nodes.second);
        database = nodes.first.getBean(Databases.class).of("users");
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    private static Cache<Thing> cache(ApplicationContext node) {
        return node.getBean(Caches.class).of("test.thing", Thing.class);
    }

    private Loader<Thing> version(long version) {
        return ids -> {
            loads.incrementAndGet();
            return Map.of(id, new Versioned<>(new Thing("thing"), version));
        };
    }

    private Loader<Thing> nothing() {
        return ids -> {
            loads.incrementAndGet();
            return Map.of();
        };
    }

    /** While the version is loaded, something happens. */
    private Loader<Thing> meanwhile(long version, Runnable event) {
        return ids -> {
            event.run();
            return version(version).load(ids);
        };
    }

    private long shared(Cache<Thing> cache, Loader<Thing> loader) {
        return only(cache.shared(Set.of(id), loader));
    }

    private long near(Cache<Thing> cache, Loader<Thing> loader) {
        return only(cache.near(Set.of(id), loader));
    }

    private static long only(Map<UUID, Versioned<Thing>> found) {
        return found.values().iterator().next().version();
    }

    private void change(Cache<Thing> cache, long version) {
        cache.changes(database, id, version);
    }

    @Test
    void loadsOnceForAllNodes() {
        assertThat(shared(first, version(1))).isEqualTo(shared(second, version(2)));
        assertThat(loads).hasValue(1);
    }

    @Test
    void remembersThatThereIsNothing() {
        assertThat(first.shared(Set.of(id), nothing())).isEmpty();
        assertThat(second.shared(Set.of(id), version(1))).isEmpty();
    }

    @Test
    void forgetsWhatHasChanged() {
        assertThat(shared(first, version(1))).isEqualTo(1);
        change(second, 2);
        assertThat(shared(first, version(2))).isEqualTo(2);
    }

    @Test
    void forgetsInEachProcessWhatHasChanged() {
        assertThat(near(first, version(1))).isEqualTo(1);
        change(second, 2);
        assertThat(Polling.until(SOON, () -> near(first, version(2)) == 2)).isTrue();
    }

    @Test
    void keepsTheVersionThatWasAnnounced() {
        change(first, 2);
        assertThat(shared(first, version(2))).isEqualTo(2);
        assertThat(shared(second, version(3))).isEqualTo(2);
    }

    @Test
    void keepsNothingOlderThanWhatWasAnnounced() {
        change(first, 2);
        assertThat(shared(first, version(1))).isEqualTo(1);
        assertThat(shared(first, version(2))).isEqualTo(2);
    }

    @Test
    void aSlowReaderDoesNotBringBackWhatHasChanged() {
        assertThat(shared(first, meanwhile(1, () -> change(second, 2)))).isEqualTo(1);
        assertThat(shared(first, version(2))).isEqualTo(2);
    }

    @Test
    void aSlowReaderDoesNotBringItBackIntoItsProcess() {
        assertThat(near(first, meanwhile(1, () -> change(second, 2)))).isEqualTo(1);
        assertThat(near(first, version(2))).isEqualTo(2);
    }

    @Test
    void aSlowReaderDoesNotHideWhatHasBeenReadSince() {
        assertThat(shared(first, meanwhile(1, () -> {
                    change(second, 2);
                    assertThat(shared(second, version(2))).isEqualTo(2);
                })))
                .isEqualTo(1);
        assertThat(shared(first, version(3))).isEqualTo(2);
    }

    @Test
    void aSlowReaderDoesNotBringBackWhoIsGone() {
        assertThat(shared(first, meanwhile(1, () -> {
                    change(second, 2);
                    assertThat(second.shared(Set.of(id), nothing())).isEmpty();
                })))
                .isEqualTo(1);
        assertThat(first.shared(Set.of(id), nothing())).isEmpty();
    }

    @Test
    void aReaderFromBeforeARestartKeepsNothing() {
        assertThat(shared(first, meanwhile(1, CacheTest::restart))).isEqualTo(1);
        assertThat(shared(first, version(2))).isEqualTo(2);
    }

    @Test
    void nothingOfBeforeARestartIsFound() {
        assertThat(near(first, version(1))).isEqualTo(1);
        restart();
        assertThat(near(first, version(2))).isEqualTo(2);
    }

    @Test
    void aStampedeLoadsOnce() throws Exception {
        int callers = 50;
        CountDownLatch under = new CountDownLatch(1);
        Loader<Thing> slow = meanwhile(1, () -> await(under));
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> near(first, slow), threads));
            }
            under.countDown();
            for (CompletableFuture<Long> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void whoWaitsForALoadThatFailsLoadsAlone() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        Loader<Thing> failing = meanwhile(1, () -> {
            await(under);
            throw new IllegalStateException("The database is away");
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            double before = Nodes.count(nodes.first, "test.thing", "process", "miss");
            CompletableFuture<Long> leader = CompletableFuture.supplyAsync(() -> near(first, failing), threads);
            assertThat(Polling.until(
                            SOON, () -> Nodes.count(nodes.first, "test.thing", "process", "miss") > before))
                    .isTrue();
            CompletableFuture<Long> follower = CompletableFuture.supplyAsync(() -> near(first, version(1)), threads);
            under.countDown();
            assertThat(follower.get()).isEqualTo(1);
            assertThat(leader).failsWithin(SOON);
        }
    }

    @Test
    void forgettingFailsWhileRedisIsAway() {
        nodes.redis.kill();
        try {
            assertThatThrownBy(() -> first.forget(id, 2)).isInstanceOf(Refusal.class);
        } finally {
            nodes.redis.restart();
            nodes.awaitRedis();
        }
    }

    @Test
    void forgettingIsHeardByAllNodes() {
        assertThat(near(second, version(1))).isEqualTo(1);
        first.forget(id, 2);
        assertThat(Polling.until(SOON, () -> near(second, version(2)) == 2)).isTrue();
    }

    @Test
    void theMetricsTellHowOftenItHelped() {
        assertThat(near(first, version(1))).isEqualTo(1);
        assertThat(nodes.first.getBean(PrometheusMeterRegistry.class).scrape())
                .contains("mstv_cache_requests_total{cache=\"test.thing\",level=\"process\",result=\"hit\"}");
    }

    private static void restart() {
        nodes.redis.kill();
        nodes.redis.restart();
        nodes.awaitNoRedis();
        nodes.awaitRedis();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
