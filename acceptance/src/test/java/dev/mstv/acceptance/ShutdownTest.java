package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A process that is asked to end finishes what it has begun. */
class ShutdownTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LOGINS = 4;

    @Test
    void requestsInFlightAreAnswered() {
        Account account = Account.registered(World.app());
        try (RunningApp app = World.anotherProcess().start()) {
            app.send(Account.login(account.email(), Account.PASSWORD)).expect(200);
            long before = sessions(account);
            // Hashing is slow, one after the other: when the first is done the others are under way.
            List<CompletableFuture<Answer>> logins = IntStream.range(0, LOGINS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> app.send(Account.login(account.email(), Account.PASSWORD))))
                    .toList();
            assertThat(Polling.until(LIMIT, () -> sessions(account) > before)).isTrue();
            app.terminate();

            assertThat(logins)
                    .allSatisfy(login -> assertThat(login.join().status()).isEqualTo(200));
        }
    }

    @Test
    void theProcessEndsInTime() {
        try (RunningApp app = World.anotherProcess().start()) {
            app.terminate();

            // 128 + 15: ended by the signal, as those who sent it expect of a JVM.
            assertThat(app.exitCode(LIMIT)).hasValue(143);
        }
    }

    private static long sessions(Account account) {
        return Long.parseLong(
                World.database().one("SELECT count(*) FROM auth_session WHERE user_id::text = ?", account.id()));
    }
}
