package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tokens live as long as their session, and end with it everywhere. */
class SessionsTest {

    private final RunningApp app = World.app();

    @Test
    void refreshingGivesOtherTokens() {
        Account first = Account.registered(app);

        assertThat(refreshed(first).accessToken()).isNotEqualTo(first.accessToken());
    }

    @Test
    void aSpentRefreshTokenIsRefused() {
        Account first = Account.registered(app);
        refreshed(first);

        assertThat(app.send(first.refresh()).problem()).isEqualTo("401 refresh_token_reused");
    }

    @Test
    void usingASpentRefreshTokenEndsTheSession() {
        Account first = Account.registered(app);
        Account second = refreshed(first);
        app.send(first.refresh()).expect(401);

        assertThat(app.send(second.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void usingASpentRefreshTokenEndsTheNewRefreshToken() {
        Account first = Account.registered(app);
        Account second = refreshed(first);
        app.send(first.refresh()).expect(401);

        assertThat(app.send(second.refresh()).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void logoutEndsTheAccessToken() {
        Account account = loggedOut();

        assertThat(app.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void logoutEndsTheRefreshToken() {
        Account account = loggedOut();

        assertThat(app.send(account.refresh()).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void logoutEndsBothTokensInAnotherProcessAtOnce() {
        try (RunningApp other = World.anotherProcess().start()) {
            Account account = Account.registered(app);
            other.send(account.get("/auth/profile")).expect(200);
            app.send(account.post("/auth/logout", "")).expect(204);

            assertThat(other.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
            assertThat(other.send(account.refresh()).problem()).isEqualTo("401 token_revoked");
        }
    }

    @Test
    void sessionsAreListedNewestFirst() {
        Account account = Account.registered(app);
        Account again = Account.loggedIn(app, account.email(), Account.PASSWORD);

        Answer answer = app.send(again.get("/auth/sessions")).expect(200);

        assertThat(answer.json().path("items")).hasSize(2);
        assertThat(answer.json().at("/items/0/current").asBoolean()).isTrue();
    }

    @Test
    void sessionsAreListedPageByPage() {
        Account account = Account.registered(app);
        app.send(Account.login(account.email(), Account.PASSWORD)).expect(200);
        Answer newest = app.send(account.get("/auth/sessions?limit=1"));
        Answer oldest = app.send(account.get("/auth/sessions?limit=1&cursor=" + newest.at("/nextCursor")));

        assertThat(oldest.at("/items/0/current")).isEqualTo("true");
    }

    @Test
    void endingASessionEndsItsTokens() {
        Account account = Account.registered(app);
        Account other = Account.loggedIn(app, account.email(), Account.PASSWORD);
        String id = app.send(account.get("/auth/sessions")).at("/items/0/id");
        app.send(account.delete("/auth/sessions/" + id)).expect(204);

        assertThat(app.send(other.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void someoneElsesSessionIsNotThere() {
        Account account = Account.registered(app);
        String id = app.send(account.get("/auth/sessions")).at("/items/0/id");

        assertThat(app.send(Account.registered(app).delete("/auth/sessions/" + id))
                        .problem())
                .isEqualTo("404 session_not_found");
    }

    private Account refreshed(Account account) {
        return Account.of(app.send(account.refresh()).expect(200));
    }

    private Account loggedOut() {
        Account account = Account.registered(app);
        app.send(account.post("/auth/logout", "")).expect(204);
        return account;
    }
}
