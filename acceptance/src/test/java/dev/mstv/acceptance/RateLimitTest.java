package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A caller gets so many answers in a window of time, and is told how many are left. */
class RateLimitTest {

    private static final int LIMIT = 5;

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = World.anotherProcess()
                .with("RATE_LIMIT_MAX", Integer.toString(LIMIT))
                .with("RATE_LIMIT_WINDOW", "10m")
                .start();
    }

    @AfterAll
    static void end() {
        app.close();
    }

    @Test
    void answersSayWhatIsLeft() {
        Account account = Account.registered(World.app());
        Answer second = last(account, 2);

        assertThat(second.header("ratelimit-limit")).hasValue("5");
        assertThat(second.header("ratelimit-remaining")).hasValue("3");
        assertThat(Long.parseLong(second.header("ratelimit-reset").orElseThrow()))
                .isBetween(1L, 600L);
    }

    @Test
    void whatIsBeyondIsRefused() {
        Answer beyond = last(Account.registered(World.app()), LIMIT + 1);

        assertThat(beyond.problem()).isEqualTo("429 rate_limited");
        assertThat(beyond.header("ratelimit-remaining")).hasValue("0");
        assertThat(Long.parseLong(beyond.header("retry-after").orElseThrow())).isBetween(1L, 600L);
    }

    @Test
    void callersAreCountedOneByOne() {
        last(Account.registered(World.app()), LIMIT + 1).expect(429);

        assertThat(last(Account.registered(World.app()), 1).status()).isEqualTo(200);
    }

    @Test
    void aForgedTokenIsCountedByItsAddress() {
        for (int i = 0; i < LIMIT; i++) {
            app.send(Request.get("/users").bearer("forged." + i + ".x"));
        }

        assertThat(app.send(Request.get("/users").bearer("forged.again.x")).problem())
                .isEqualTo("429 rate_limited");
    }

    @Test
    void nobodysWordAboutAnAddressIsBelieved() {
        for (int i = 0; i < LIMIT; i++) {
            app.send(Request.get("/users").header("X-Forwarded-For", "10.0.0." + i));
        }

        assertThat(app.send(Request.get("/users").header("X-Forwarded-For", "10.0.1.1"))
                        .problem())
                .isEqualTo("429 rate_limited");
    }

    @Test
    void healthCanAlwaysBeAsked() {
        for (int i = 0; i < LIMIT; i++) {
            app.send(Request.get("/health/live"));
        }

        assertThat(app.send(Request.get("/health/live")).status()).isEqualTo(200);
    }

    private static Answer last(Account account, int times) {
        for (int i = 1; i < times; i++) {
            app.send(account.get("/auth/profile"));
        }
        return app.send(account.get("/auth/profile"));
    }
}
