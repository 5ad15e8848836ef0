package dev.mstv.platform.events.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.events.StoredEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A read model that is made anew ends as what it is made of, whatever happens meanwhile. */
class RebuildTest {

    private static final DirectoryWorld WORLD = new DirectoryWorld();
    private static final Duration LEASE = Duration.ofMinutes(1);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static ProjectionRebuilt rebuilt(Runnable happening) {
        return rebuilt(WORLD.projection(), happening);
    }

    private static <E> ProjectionRebuilt rebuilt(Projection<E> projection, Runnable happening) {
        String holder = UUID.randomUUID().toString();
        long generation = claimed(holder, LEASE);
        return CallContext.ofProcess()
                .call(new Rebuild<>(
                        new Interrupted<>(projection, happening),
                        WORLD.module(),
                        holder,
                        generation,
                        new SimpleMeterRegistry().counter("test"),
                        () -> false)::run);
    }

    private static long claimed(String holder, Duration lease) {
        return WORLD.inTransaction(() ->
                WORLD.module().table().claim(DirectoryWorld.NAME, holder, lease).orElseThrow());
    }

    private static long rows(long generation, String where, Object value) {
        return WORLD.database().call(handle -> handle.createQuery(
                        "SELECT count(*) FROM users_directory_" + generation + " AS d WHERE " + where)
                .bind("value", value)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void endsAsWhatIsStoredUnderConcurrentWrites() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                Random random = new Random(seed);
                writers.add(threads.submit(() -> write(random, enough)));
            }
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(WORLD.rebuilt()).isTrue();
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get(DirectoryWorld.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertThat(WORLD.caughtUp()).isTrue();
    }

    private static void write(Random random, AtomicBoolean enough) {
        List<UUID> mine = new ArrayList<>();
        while (!enough.get()) {
            int what = mine.isEmpty() ? 0 : random.nextInt(4);
            if (what < 2) {
                UUID id = UUID.randomUUID();
                WORLD.stored(() -> WORLD.add(id));
                mine.add(id);
            } else if (what == 2) {
                UUID id = mine.get(random.nextInt(mine.size()));
                WORLD.stored(() -> WORLD.rename(id, "Ada " + random.nextInt(1000)));
            } else {
                UUID id = mine.remove(random.nextInt(mine.size()));
                WORLD.stored(() -> WORLD.remove(id));
            }
        }
    }

    @Test
    void isReadThroughout() throws Exception {
        List<ConsistencyToken> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seen.add(WORLD.stored(() -> WORLD.add(UUID.randomUUID())));
        }
        seen.forEach(WORLD::page);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> least = CompletableFuture.supplyAsync(() -> {
            int fewest = Integer.MAX_VALUE;
            while (!enough.get()) {
                fewest = Math.min(
                        fewest, WORLD.page(ConsistencyToken.NONE).items().size());
            }
            return fewest;
        });
        boolean rebuilt = WORLD.rebuilt();
        enough.set(true);
        assertThat(rebuilt).isTrue();
        assertThat(least.get(10, TimeUnit.SECONDS)).isBetween(10, 100);
    }

    @Test
    void hasWhatWasCommittedAfterALaterEventWasCopied() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(WORLD, late);
        WORLD.stored(() -> WORLD.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {
            // Delivered to what is read, not to what is made.
            WORLD.page(slow.commit());
        });

        assertThat(rows(done.generation(), "id = :value", late)).isEqualTo(1);
    }

    @Test
    void hasAllOfAStreamWhoseBeginningWasCommittedLate() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(WORLD, late);
        WORLD.stored(() -> WORLD.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {
            WORLD.page(slow.commit());
            WORLD.page(WORLD.stored(() -> WORLD.rename(late, "Late")));
        });

        assertThat(rows(done.generation(), "id = '" + late + "' AND name = :value", "Late"))
                .isEqualTo(1);
    }

    @Test
    void isGivenWhatIsCommittedWhenItHasTakenThePlace() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(WORLD, late);
        WORLD.stored(() -> WORLD.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {});
        WORLD.page(slow.commit());

        assertThat(rows(done.generation(), "id = :value", late)).isEqualTo(1);
    }

    @Test
    void hasNothingOfWhoIsErased() {
        UUID gone = UUID.randomUUID();
        WORLD.stored(() -> WORLD.add(gone));
        WORLD.stored(() -> WORLD.rename(gone, "Unforgettable"));
        WORLD.stored(() -> WORLD.remove(gone));

        ProjectionRebuilt done = rebuilt(() -> {});

        assertThat(rows(
                        done.generation(),
                        "d::text ILIKE :value OR d::text LIKE '%Unforgettable%'",
                        "%u-" + gone + "%"))
                .isZero();
    }

    @Test
    void hasNothingOfWhoIsErasedWhileItIsMade() {
        UUID gone = UUID.randomUUID();
        WORLD.stored(() -> WORLD.add(gone));

        ProjectionRebuilt done = rebuilt(() -> WORLD.stored(() -> WORLD.remove(gone)));

        assertThat(rows(done.generation(), "d::text ILIKE :value", "%u-" + gone + "%"))
                .isZero();
    }

    @Test
    void isMadeByOneAtATime() {
        String holder = UUID.randomUUID().toString();
        long generation = claimed(holder, LEASE);

        assertThat(WORLD.begin()).isEqualTo(new RebuildRequest.Running());
        WORLD.module().table().giveUp(DirectoryWorld.NAME, holder, generation, "a test");
    }

    @Test
    void isBegunAnewWhenWhoMadeItIsGone() {
        long before = WORLD.live();
        long left = claimed("someone who is gone", Duration.ZERO);
        WORLD.projection().create(left);

        WORLD.bean(Rebuilds.class).look();

        assertThat(Polling.until(DirectoryWorld.LIMIT, () -> WORLD.live() > left && left > before))
                .isTrue();
    }

    @Test
    void cannotTakeThePlaceWhenSomebodyElseHasBegun() {
        long before = WORLD.live();
        CompletableFuture<Long> other = new CompletableFuture<>();
        try {
            assertThatExceptionOfType(SupersededException.class)
                    .isThrownBy(() -> rebuilt(() -> {
                        WORLD.module().table().renew(DirectoryWorld.NAME, holder(), Duration.ofMillis(-1));
                        other.complete(claimed("the other", LEASE));
                    }));
            assertThat(WORLD.live()).isEqualTo(before);
        } finally {
            WORLD.module().table().giveUp(DirectoryWorld.NAME, "the other", other.join(), "a test");
        }
    }

    private static String holder() {
        return WORLD.database().call(handle -> handle.createQuery("SELECT holder FROM users_projection")
                .mapTo(String.class)
                .one());
    }

    @Test
    void leavesWhatIsReadAsItWasWhenItFails() {
        long before = WORLD.live();
        assertThatIllegalStateException()
                .isThrownBy(() -> rebuilt(() -> {
                    WORLD.module().table().giveUp(DirectoryWorld.NAME, holder(), before + 1, "a test");
                    throw new IllegalStateException("poison");
                }));
        assertThat(WORLD.live()).isEqualTo(before);
    }

    @Test
    void isToldOfInTheStore() {
        ProjectionRebuilt done = rebuilt(() -> {});
        StoredEvent last = WORLD.bean(EventStores.class).of("users").stream(Rebuild.stream(DirectoryWorld.NAME))
                .getLast();
        assertThat(last.payload()).contains("\"generation\":" + done.generation());
    }

    @Test
    void dropsWhatNobodyReadsAnyMore() {
        long before = WORLD.live();
        ProjectionRebuilt unused = rebuilt(() -> {});
        WORLD.database()
                .run(handle -> handle.execute(
                        "UPDATE users_projection_retired SET drop_after = now() WHERE generation = " + before));
        WORLD.bean(Rebuilds.class).look();
        assertThat(tables()).doesNotContain("users_directory_" + before);
    }

    private static List<String> tables() {
        return WORLD.database().call(handle -> handle.createQuery("SELECT tablename FROM pg_tables")
                .mapTo(String.class)
                .list());
    }

    /** A user whose transaction has stored its event and is not committed. */
    private record SlowCommit(CountDownLatch go, CompletableFuture<ConsistencyToken> done) {

        static SlowCommit begun(DirectoryWorld world, UUID id) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch stored = new CountDownLatch(1);
            CompletableFuture<ConsistencyToken> done = CompletableFuture.supplyAsync(() -> world.stored(() -> {
                world.add(id);
                stored.countDown();
                await(go);
            }));
            await(stored);
            return new SlowCommit(go, done);
        }

        ConsistencyToken commit() {
            go.countDown();
            return done.join();
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nothing came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
