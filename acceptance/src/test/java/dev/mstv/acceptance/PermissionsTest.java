package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may do what with users. */
@InEveryShape
class PermissionsTest {

    private static final RunningApp APP = World.app();

    @Test
    void deletedUsersAreSignedOut() {
        Account account = Account.registered(APP);
        APP.send(account.delete(account.path())).expect(204);

        assertThat(APP.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void othersAreNotShown() {
        assertThat(APP.send(Account.registered(APP).get(Account.registered(APP).path()))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void thoseWhoAreNotThereAreNotShownEither() {
        assertThat(APP.send(Account.registered(APP).get("/users/0190a0a0-0000-7000-8000-00000000000f"))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void nobodyPromotesThemselves() {
        Account account = Account.registered(APP);

        assertThat(APP.send(account.patch(account.path(), "{\"role\":\"admin\"}"))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void aNewRoleEndsTheOldTokens() {
        Account account = Account.registered(APP);
        APP.send(Account.administrator(APP).patch(account.path(), "{\"role\":\"admin\"}"))
                .expect(200);

        assertThat(APP.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_outdated");
    }

    @Test
    void usersDoNotListUsers() {
        assertThat(APP.send(Account.registered(APP).get("/auth/users")).problem())
                .isEqualTo("403 forbidden");
    }
}
