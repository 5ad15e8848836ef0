package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Managing users. */
@InEveryShape
class UsersTest {

    private static final RunningApp APP = World.app();
    private static Account admin;

    @BeforeAll
    static void signIn() {
        admin = Account.administrator(APP);
    }

    @Test
    void createdUsersHaveALocation() {
        Answer answer = create(World.newEmail());

        assertThat(answer.expect(201).header("location")).hasValue("/users/" + answer.at("/id"));
    }

    @Test
    void aPatchChangesWhatItNames() {
        Account account = Account.registered(APP);
        Answer answer =
                APP.send(account.patch(account.path(), "{\"name\":\"Grace\"}")).expect(200);

        assertThat(answer.at("/name")).isEqualTo("Grace");
        assertThat(answer.at("/email")).isEqualTo(account.email());
    }

    @Test
    void aMergePatchIsTakenByItsOwnType() {
        Account account = Account.registered(APP);
        Request patch = Request.of("PATCH", account.path())
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"name\":\"Grace\"}")
                .bearer(account.accessToken());

        assertThat(APP.send(patch).expect(200).at("/name")).isEqualTo("Grace");
    }

    @Test
    void nullTakesTheNameAway() {
        Account account = Account.registered(APP);
        APP.send(account.patch(account.path(), "{\"name\":null}")).expect(200);

        assertThat(APP.send(account.get(account.path())).json().path("name").isNull())
                .isTrue();
    }

    @Test
    void putIsTakenAlike() {
        Account account = Account.registered(APP);
        Request put =
                Request.of("PUT", account.path()).json("{\"name\":\"Grace\"}").bearer(account.accessToken());

        assertThat(APP.send(put).expect(200).at("/name")).isEqualTo("Grace");
    }

    @Test
    void aStaleChangeIsRefused() {
        Account account = Account.registered(APP);
        String seen = APP.send(account.get(account.path())).header("etag").orElseThrow();
        APP.send(account.patch(account.path(), "{\"name\":\"Grace\"}")).expect(200);

        Request late = account.patch(account.path(), "{\"name\":\"Eve\"}").header("If-Match", seen);
        assertThat(APP.send(late).problem()).isEqualTo("412 stale_version");
    }

    @Test
    void aChangeOfWhatWasSeenIsTaken() {
        Account account = Account.registered(APP);
        String seen = APP.send(account.get(account.path())).header("etag").orElseThrow();

        Request change = account.patch(account.path(), "{\"name\":\"Grace\"}").header("If-Match", seen);
        assertThat(APP.send(change).expect(200).header("etag")).isNotEqualTo(seen);
    }

    @Test
    void whatWasSeenIsNotSentAgain() {
        Account account = Account.registered(APP);
        String seen = APP.send(account.get(account.path())).header("etag").orElseThrow();

        Answer answer = APP.send(account.get(account.path()).header("If-None-Match", seen));
        assertThat(answer.expect(304).body()).isEmpty();
    }

    @Test
    void deletedUsersAreGone() {
        Account account = Account.registered(APP);
        APP.send(admin.delete(account.path())).expect(204);

        assertThat(APP.send(admin.get(account.path())).problem()).isEqualTo("404 user_not_found");
    }

    private static Answer create(String email) {
        return APP.send(admin.post("/users", "{\"email\":\"%s\",\"password\":\"a fine password\"}".formatted(email)));
    }
}
