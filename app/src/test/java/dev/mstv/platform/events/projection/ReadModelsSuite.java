package dev.mstv.platform.events.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.users.UserView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who has seen something finds it in what they read, or is told that it is not there yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadModelsSuite {

    private final DirectoryWorld world;
    private UUID id = UUID.randomUUID();

    ReadModelsSuite(DirectoryWorld world) {
        this.world = world;
    }

    @BeforeEach
    void takeSomeoneNew() {
        id = UUID.randomUUID();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private List<UUID> listed(ConsistencyToken seen) {
        return world.page(seen).items().stream().map(UserView::id).toList();
    }

    /** Does it while nothing is fed. */
    private void unfed(Runnable work) {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> feeding = CompletableFuture.supplyAsync(() -> world.inTransaction(() -> {
            world.module().table().stopFeeding(Duration.ofSeconds(5));
            stopped.countDown();
            return await(done);
        }));
        assertThat(await(stopped)).isTrue();
        try {
            work.run();
        } finally {
            done.countDown();
        }
        assertThat(feeding.join()).isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void showsWhatTheCallerHasStored() {
        assertThat(listed(world.stored(() -> world.add(id)))).contains(id);
    }

    @Test
    void doesNotShowWhatTheCallerHasRemoved() {
        world.stored(() -> world.add(id));
        assertThat(listed(world.stored(() -> world.remove(id)))).doesNotContain(id);
    }

    @Test
    void saysThatItIsBehind() {
        unfed(() -> {
            ConsistencyToken seen = world.stored(() -> world.add(id));
            assertThat(catchThrowableOfType(Refusal.class, () -> world.page(seen))
                            .problem()
                            .code())
                    .isEqualTo("read_model_behind");
        });
    }

    @Test
    void answersWhoHasSeenNothingAlthoughItIsBehind() {
        unfed(() -> {
            world.stored(() -> world.add(id));
            assertThat(listed(ConsistencyToken.NONE)).doesNotContain(id);
        });
    }

    @Test
    void doesNotWaitForWhatIsNotInTheStore() {
        ConsistencyToken elsewhere = new ConsistencyToken(Map.of("users", Set.of(1_000_000L), "auth", Set.of(1L)));
        assertThat(listed(elsewhere)).isNotNull();
    }

    @Test
    void knowsWhatItWasMadeOfAlthoughThatNeverArrived() {
        ConsistencyToken seen = world.stored(() -> world.add(id));
        assertThat(listed(seen)).contains(id);
        boolean forgotten = world.database().call(handle -> handle.execute("DELETE FROM users_inbox WHERE TRUE") >= 0);
        assertThat(world.rebuilt()).isEqualTo(forgotten);
        assertThat(listed(seen)).contains(id);
    }

    @Test
    void isNotBehindWhenEverythingHasArrived() {
        world.await(world.stored(() -> world.add(id)));
        world.bean(Lag.class).measure();
        assertThat(world.bean(Lag.class).of(world.projection())).isZero();
    }

    @Test
    void isBehindByTheAgeOfWhatHasNotArrived() {
        unfed(() -> {
            world.stored(() -> world.add(id));
            world.bean(Lag.class).measure();
        });
        // Those users registered long ago, as they say.
        assertThat(world.bean(Lag.class).of(world.projection())).isGreaterThan(Duration.ofDays(1));
    }
}
