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
import org.junit.jupiter.api.Test;

/** Who has seen something finds it in what they read, or is told that it is not there yet. */
class ReadModelsTest {

    private static final DirectoryWorld WORLD = new DirectoryWorld();

    private final UUID id = UUID.randomUUID();

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static List<UUID> listed(ConsistencyToken seen) {
        return WORLD.page(seen).items().stream().map(UserView::id).toList();
    }

    /** Does it while nothing is fed. */
    private static void unfed(Runnable work) {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> feeding = CompletableFuture.supplyAsync(() -> WORLD.inTransaction(() -> {
            WORLD.module().table().stopFeeding(Duration.ofSeconds(5));
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
        assertThat(listed(WORLD.stored(() -> WORLD.add(id)))).contains(id);
    }

    @Test
    void doesNotShowWhatTheCallerHasRemoved() {
        WORLD.stored(() -> WORLD.add(id));
        assertThat(listed(WORLD.stored(() -> WORLD.remove(id)))).doesNotContain(id);
    }

    @Test
    void saysThatItIsBehind() {
        unfed(() -> {
            ConsistencyToken seen = WORLD.stored(() -> WORLD.add(id));
            assertThat(catchThrowableOfType(Refusal.class, () -> WORLD.page(seen))
                            .problem()
                            .code())
                    .isEqualTo("read_model_behind");
        });
    }

    @Test
    void answersWhoHasSeenNothingAlthoughItIsBehind() {
        unfed(() -> {
            WORLD.stored(() -> WORLD.add(id));
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
        ConsistencyToken seen = WORLD.stored(() -> WORLD.add(id));
        assertThat(listed(seen)).contains(id);
        boolean forgotten = WORLD.database().call(handle -> handle.execute("DELETE FROM users_inbox WHERE TRUE") >= 0);
        assertThat(WORLD.rebuilt()).isEqualTo(forgotten);
        assertThat(listed(seen)).contains(id);
    }

    @Test
    void isNotBehindWhenEverythingHasArrived() {
        WORLD.page(WORLD.stored(() -> WORLD.add(id)));
        WORLD.bean(Lag.class).measure();
        assertThat(WORLD.bean(Lag.class).of(WORLD.projection())).isZero();
    }

    @Test
    void isBehindByTheAgeOfWhatHasNotArrived() {
        unfed(() -> {
            WORLD.stored(() -> WORLD.add(id));
            WORLD.bean(Lag.class).measure();
        });
        // Those users registered long ago, as they say.
        assertThat(WORLD.bean(Lag.class).of(WORLD.projection())).isGreaterThan(Duration.ofDays(1));
    }
}
