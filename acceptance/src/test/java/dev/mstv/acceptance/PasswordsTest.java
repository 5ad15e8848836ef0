package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known, and what is told, about passwords. */
@InEveryShape
class PasswordsTest {

    private static final String NEW = "an even better one";
    // Of "imported password", made by another implementation.
    private static final String BCRYPT = "$2b$10$fd8vfLVp1kf8Za6qgVQxP./Gxuzx5TzrXRrkENUwQqz.vE4AvCYdq";

    private final RunningApp app = World.app();

    @Test
    void anUnknownAccountAndAWrongPasswordAreToldTheSame() {
        Account account = Account.registered(app);

        Answer wrong = app.send(Account.login(account.email(), "not the password"));
        Answer unknown = app.send(Account.login(World.newEmail(), "not the password"));

        assertThat(withoutIds(unknown)).isEqualTo(withoutIds(wrong));
    }

    @Test
    void aWrongPasswordIsRefused() {
        Account account = Account.registered(app);

        assertThat(app.send(Account.login(account.email(), "not the password")).problem())
                .isEqualTo("401 invalid_credentials");
    }

    @Test
    void fiveFailuresAreFollowedByAWait() {
        Account account = Account.registered(app);
        for (int i = 0; i < 5; i++) {
            app.send(Account.login(account.email(), "not the password")).expect(401);
        }

        Answer sixth = app.send(Account.login(account.email(), Account.PASSWORD));

        assertThat(sixth.problem()).isEqualTo("429 too_many_attempts");
        assertThat(Long.parseLong(sixth.header("retry-after").orElseThrow())).isBetween(800L, 900L);
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        Account account = Account.registered(app);
        Account other = Account.loggedIn(app, account.email(), Account.PASSWORD);
        app.send(change(account, Account.PASSWORD)).expect(204);

        assertThat(app.send(other.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void changingThePasswordKeepsTheSessionThatDidIt() {
        Account account = Account.registered(app);
        app.send(change(account, Account.PASSWORD)).expect(204);

        assertThat(app.send(account.get("/auth/profile")).status()).isEqualTo(200);
    }

    @Test
    void onlyTheNewPasswordCountsAfterAChange() {
        Account account = Account.registered(app);
        app.send(change(account, Account.PASSWORD)).expect(204);

        assertThat(app.send(Account.login(account.email(), Account.PASSWORD)).status())
                .isEqualTo(401);
        assertThat(app.send(Account.login(account.email(), NEW)).status()).isEqualTo(200);
    }

    @Test
    void changingNeedsTheCurrentPassword() {
        assertThat(app.send(change(Account.registered(app), "not the password")).problem())
                .isEqualTo("401 invalid_credentials");
    }

    @Test
    void anImportedHashSignsIn() {
        String email = imported();

        assertThat(app.send(Account.login(email, "imported password")).status()).isEqualTo(200);
    }

    @Test
    void anImportedHashIsUpgradedAtLogin() {
        String email = imported();
        app.send(Account.login(email, "imported password")).expect(200);

        assertThat(World.database().one("SELECT password_hash FROM users_user WHERE email = ?", email))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void anUpgradedHashSignsIn() {
        String email = imported();
        app.send(Account.login(email, "imported password")).expect(200);

        assertThat(app.send(Account.login(email, "imported password")).status()).isEqualTo(200);
    }

    private static Request change(Account account, String current) {
        return account.post(
                "/auth/password/change", "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, NEW));
    }

    private static String withoutIds(Answer answer) {
        return answer.status() + answer.text().replaceAll("\"(requestId|traceId)\":\"[^\"]+\"", "");
    }

    private static String imported() {
        String email = World.newEmail();
        World.database()
                .run(
                        "INSERT INTO users_user (id, email, email_key, role, password_hash, email_verified, created_at,"
                                + " updated_at, version) VALUES (?, ?, ?, 'user', ?, true, now(), now(), 1)",
                        UUID.randomUUID(),
                        email,
                        email,
                        BCRYPT);
        return email;
    }
}
