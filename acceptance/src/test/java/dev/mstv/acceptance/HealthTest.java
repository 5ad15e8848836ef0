package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a process tells of itself. */
class HealthTest {

    private final RunningApp app = World.app();

    @Test
    void administratorsSeeTheDetailsOfHealth() {
        assertThat(app.send(Account.administrator(app).get("/health"))
                        .expect(200)
                        .json()
                        .at("/details")
                        .path("dead-letters.users")
                        .toString())
                .isEqualTo("{\"count\":0,\"status\":\"up\",\"waiting\":0}");
    }
}
