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
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A read model that is made anew ends as what it is made of, whatever happens meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RebuildSuite {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DirectoryWorld world;

    RebuildSuite(DirectoryWorld world) {
        this.world = world;
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private ProjectionRebuilt rebuilt(Runnable happening) {
        return rebuilt(world.projection(), happening);
    }

    private <E> ProjectionRebuilt rebuilt(Projection<E> projection, Runnable happening) {
        String holder = UUID.randomUUID().toString();
        long generation = claimed(holder, LEASE);
        return CallContext.ofProcess()
                .call(new Rebuild<>(
                        new Interrupted<>(projection, happening),
                        world.module(),
                        holder,
                        generation,
                        new SimpleMeterRegistry().counter("test"),
                        () -> false)::run);
    }

    private long claimed(String holder, Duration lease) {
        return world.inTransaction(() ->
                world.module().table().claim(DirectoryWorld.NAME, holder, lease).orElseThrow());
    }

    /** How many rows or documents hold all of the texts, in whichever case. */
    private long holding(long generation, String... texts) {
        return world.texts(generation).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> Stream.of(texts).allMatch(part -> text.contains(part.toLowerCase(Locale.ROOT))))
                .count();
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
                    assertThat(world.rebuilt()).isTrue();
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get(DirectoryWorld.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertThat(world.caughtUp()).isTrue();
    }

    private void write(Random random, AtomicBoolean enough) {
        List<UUID> mine = new ArrayList<>();
        while (!enough.get()) {
            int what = mine.isEmpty() ? 0 : random.nextInt(4);
            if (what < 2) {
                UUID id = UUID.randomUUID();
                world.stored(() -> world.add(id));
                mine.add(id);
            } else if (what == 2) {
                UUID id = mine.get(random.nextInt(mine.size()));
                world.stored(() -> world.rename(id, "Ada " + random.nextInt(1000)));
            } else {
                UUID id = mine.remove(random.nextInt(mine.size()));
                world.stored(() -> world.remove(id));
            }
        }
    }

    @Test
    void isReadThroughout() throws Exception {
        List<ConsistencyToken> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seen.add(world.stored(() -> world.add(UUID.randomUUID())));
        }
        seen.forEach(world::await);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> least = CompletableFuture.supplyAsync(() -> {
            int fewest = Integer.MAX_VALUE;
            while (!enough.get()) {
                fewest = Math.min(
                        fewest, world.page(ConsistencyToken.NONE).items().size());
            }
            return fewest;
        });
        boolean rebuilt = world.rebuilt();
        enough.set(true);
        assertThat(rebuilt).isTrue();
        assertThat(least.get(10, TimeUnit.SECONDS)).isBetween(10, 100);
    }

    @Test
    void hasWhatWasCommittedAfterALaterEventWasCopied() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(world, late);
        world.stored(() -> world.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {
            // Delivered to what is read, not to what is made.
            world.await(slow.commit());
        });

        assertThat(holding(done.generation(), late.toString())).isEqualTo(1);
    }

    @Test
    void hasAllOfAStreamWhoseBeginningWasCommittedLate() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(world, late);
        world.stored(() -> world.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {
            world.await(slow.commit());
            world.await(world.stored(() -> world.rename(late, "Late")));
        });

        assertThat(holding(done.generation(), late.toString(), "Late")).isEqualTo(1);
    }

    @Test
    void isGivenWhatIsCommittedWhenItHasTakenThePlace() {
        UUID late = UUID.randomUUID();
        SlowCommit slow = SlowCommit.begun(world, late);
        world.stored(() -> world.add(UUID.randomUUID()));

        ProjectionRebuilt done = rebuilt(() -> {});
        world.await(slow.commit());

        assertThat(holding(done.generation(), late.toString())).isEqualTo(1);
    }

    @Test
    void hasNothingOfWhoIsErased() {
        UUID gone = UUID.randomUUID();
        world.stored(() -> world.add(gone));
        world.stored(() -> world.rename(gone, "Unforgettable"));
        world.stored(() -> world.remove(gone));

        ProjectionRebuilt done = rebuilt(() -> {});

        assertThat(holding(done.generation(), "u-" + gone)).isZero();
        assertThat(holding(done.generation(), "Unforgettable")).isZero();
    }

    @Test
    void hasNothingOfWhoIsErasedWhileItIsMade() {
        UUID gone = UUID.randomUUID();
        world.stored(() -> world.add(gone));

        ProjectionRebuilt done = rebuilt(() -> world.stored(() -> world.remove(gone)));

        assertThat(holding(done.generation(), "u-" + gone)).isZero();
    }

    @Test
    void isMadeByOneAtATime() {
        String holder = UUID.randomUUID().toString();
        long generation = claimed(holder, LEASE);

        assertThat(world.begin()).isEqualTo(new RebuildRequest.Running());
        world.module().table().giveUp(DirectoryWorld.NAME, holder, generation, "a test");
    }

    @Test
    void isBegunAnewWhenWhoMadeItIsGone() {
        long before = world.live();
        long left = claimed("someone who is gone", Duration.ZERO);
        world.projection().create(left);

        world.bean(Rebuilds.class).look();

        assertThat(Polling.until(DirectoryWorld.LIMIT, () -> world.live() > left && left > before))
                .isTrue();
    }

    @Test
    void cannotTakeThePlaceWhenSomebodyElseHasBegun() {
        long before = world.live();
        CompletableFuture<Long> other = new CompletableFuture<>();
        try {
            assertThatExceptionOfType(SupersededException.class)
                    .isThrownBy(() -> rebuilt(() -> {
                        world.module().table().renew(DirectoryWorld.NAME, holder(), Duration.ofMillis(-1));
                        other.complete(claimed("the other", LEASE));
                    }));
            assertThat(world.live()).isEqualTo(before);
        } finally {
            world.module().table().giveUp(DirectoryWorld.NAME, "the other", other.join(), "a test");
        }
    }

    private String holder() {
        return world.database().call(handle -> handle.createQuery("SELECT holder FROM users_projection")
                .mapTo(String.class)
                .one());
    }

    @Test
    void leavesWhatIsReadAsItWasWhenItFails() {
        long before = world.live();
        assertThatIllegalStateException()
                .isThrownBy(() -> rebuilt(() -> {
                    world.module().table().giveUp(DirectoryWorld.NAME, holder(), before + 1, "a test");
                    throw new IllegalStateException("poison");
                }));
        assertThat(world.live()).isEqualTo(before);
    }

    @Test
    void isToldOfInTheStore() {
        ProjectionRebuilt done = rebuilt(() -> {});
        StoredEvent last = world.bean(EventStores.class).of("users").stream(Rebuild.stream(DirectoryWorld.NAME))
                .getLast();
        assertThat(last.payload()).contains("\"generation\":" + done.generation());
    }

    @Test
    void dropsWhatNobodyReadsAnyMore() {
        long before = world.live();
        ProjectionRebuilt unused = rebuilt(() -> {});
        world.database()
                .run(handle -> handle.execute(
                        "UPDATE users_projection_retired SET drop_after = now() WHERE generation = " + before));
        world.bean(Rebuilds.class).look();
        assertThat(world.exists(before)).isFalse();
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
