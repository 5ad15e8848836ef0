package dev.mstv.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.TokenRefreshed;
import dev.mstv.auth.UserLoggedIn;
import dev.mstv.auth.UserLoggedOut;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID USER = new UUID(2, 2);
    private static final UUID TOKEN = new UUID(3, 3);
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final Instant END = THEN.plusSeconds(3600);
    private static final Session BEGUN = Session.begun(ID, USER, "127.0.0.1", "curl/8", THEN, END);
    private static final Session STORED =
            new Session(ID, USER, 4, "127.0.0.1", "curl/8", THEN, THEN, END, null, 5, List.of());

    @Test
    void beginsWithAnEvent() {
        assertThat(BEGUN.changes()).containsExactly(new UserLoggedIn(USER, ID, "127.0.0.1", "curl/8"));
    }

    @Test
    void beginsWithTheFirstGeneration() {
        assertThat(BEGUN.generation()).isZero();
    }

    @Test
    void keepsNoMoreOfAnAgentThanItCanStore() {
        Session session = Session.begun(ID, USER, "127.0.0.1", "x".repeat(5000), THEN, END);
        assertThat(session.userAgent()).hasSize(500);
    }

    @Test
    void livesBeforeItsExpiry() {
        assertThat(BEGUN.lives(END.minusMillis(1))).isTrue();
    }

    @Test
    void livesNoMoreAtItsExpiry() {
        assertThat(BEGUN.lives(END)).isFalse();
    }

    @Test
    void livesNoMoreOnceEnded() {
        assertThat(STORED.ended(NOW).lives(NOW)).isFalse();
    }

    @Test
    void tellsThatItHasEnded() {
        assertThat(STORED.ended(NOW).changes()).containsExactly(new UserLoggedOut(USER, ID));
    }

    @Test
    void counts1MoreGenerationWhenRenewed() {
        assertThat(STORED.renewed(TOKEN, NOW, END).generation()).isEqualTo(5);
    }

    @Test
    void livesLongerWhenRenewed() {
        assertThat(STORED.renewed(TOKEN, NOW, END.plusSeconds(60)).lives(END)).isTrue();
    }

    @Test
    void tellsByWhichTokenItWasRenewed() {
        assertThat(STORED.renewed(TOKEN, NOW, END).changes()).containsExactly(new TokenRefreshed(USER, ID, TOKEN));
    }

    @Test
    void remembersWhenItWasUsed() {
        assertThat(STORED.renewed(TOKEN, NOW, END).lastUsedAt()).isEqualTo(NOW);
    }
}
