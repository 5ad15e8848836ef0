package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has forgotten their password chooses another one, and nobody else does, or learns anything. */
class PasswordResetTest {

    private static final String NEW = "an even better one";
    private static final String INVALID = "400 invalid_reset_token";

    private final RunningApp app = MailWorld.app();
    private final Postbox postbox = MailWorld.postbox();
    private final Account account = Account.registered(app);

    private Answer forgot(String email) {
        return app.send(Request.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email)));
    }

    private static Request reset(String token, String password) {
        return Request.post(
                "/auth/password/reset", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
    }

    private String token() {
        forgot(account.email()).expect(204);
        return postbox.token(account.email(), Postbox.RESET);
    }

    @Test
    void theNewPasswordSignsIn() {
        app.send(reset(token(), NEW)).expect(204);
        assertThat(app.send(Account.login(account.email(), NEW)).status()).isEqualTo(200);
    }

    @Test
    void theOldPasswordIsDead() {
        app.send(reset(token(), NEW)).expect(204);
        assertThat(app.send(Account.login(account.email(), Account.PASSWORD)).problem())
                .isEqualTo("401 invalid_credentials");
    }

    @Test
    void allSessionsAreDead() {
        app.send(reset(token(), NEW)).expect(204);
        assertThat(app.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void whoHadTriedTooOftenSignsInAtOnce() {
        for (int i = 0; i < 6; i++) {
            app.send(Account.login(account.email(), "not the password"));
        }
        app.send(reset(token(), NEW)).expect(204);
        assertThat(app.send(Account.login(account.email(), NEW)).status()).isEqualTo(200);
    }

    @Test
    void aTokenResetsOnce() {
        String token = token();
        app.send(reset(token, NEW)).expect(204);
        assertThat(app.send(reset(token, NEW)).problem()).isEqualTo(INVALID);
    }

    @Test
    void aTokenResetsOnceOnTwoNodesAtOnce() {
        String token = token();
        try (RunningApp other = MailWorld.anotherProcess().start()) {
            List<Answer> answers =
                    TwoProcesses.all(number -> (number % 2 == 0 ? app : other).send(reset(token, NEW + number)));
            assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        }
    }

    @Test
    void aPasswordThatIsNotAllowedDoesNotSpendTheToken() {
        String token = token();
        app.send(reset(token, "password")).expect(400);
        assertThat(app.send(reset(token, NEW)).status()).isEqualTo(204);
    }

    @Test
    void changingThePasswordMakesTheTokenUseless() {
        String token = token();
        String change = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(Account.PASSWORD, NEW);
        app.send(account.post("/auth/password/change", change)).expect(204);
        assertThat(app.send(reset(token, NEW)).problem()).isEqualTo(INVALID);
    }

    @Test
    void anUnknownAddressIsAnsweredAsAKnownOne() {
        Answer known = forgot(account.email());
        Answer unknown = forgot(World.newEmail());
        assertThat(unknown.status() + unknown.text()).isEqualTo(known.status() + known.text());
    }

    @Test
    void nothingIsMailedToAnUnknownAddress() {
        String unknown = World.newEmail();
        forgot(unknown).expect(204);
        awaitNoRequests();
        assertThat(MailWorld.database()
                        .column("SELECT id FROM auth_token WHERE purpose = 'PASSWORD_RESET'"
                                + " AND NOT EXISTS (SELECT 1 FROM users_user WHERE id = user_id)"))
                .isEmpty();
        assertThat(postbox.to(unknown)).isEmpty();
    }

    @Test
    void oneMailAMinuteGoesToAnAccount() {
        for (int i = 0; i < 5; i++) {
            forgot(account.email()).expect(204);
        }
        awaitNoRequests();
        postbox.last(account.email(), Postbox.RESET);
        assertThat(MailWorld.database()
                        .one(
                                "SELECT count(*) FROM auth_token WHERE purpose = 'PASSWORD_RESET' AND user_id::text = ?",
                                account.id()))
                .isEqualTo("1");
    }

    private static void awaitNoRequests() {
        assertThat(Polling.until(Duration.ofSeconds(30), () -> MailWorld.database()
                        .one("SELECT count(*) FROM auth_reset_request")
                        .equals("0")))
                .isTrue();
    }
}
