package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.ReceivedMail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people get by mail, and what they do with it. */
class MailsTest {

    private static final String INVALID = "400 invalid_verification_token";

    private final RunningApp app = MailWorld.app();
    private final Postbox postbox = MailWorld.postbox();
    private final Account account = Account.registered(app);

    private Answer verify(String token) {
        return app.send(Request.post("/auth/verify-email", "{\"token\":\"%s\"}".formatted(token)));
    }

    private boolean verified(Account of) {
        return app.send(of.get("/auth/profile"))
                .expect(200)
                .json()
                .path("emailVerified")
                .asBoolean();
    }

    @Test
    void whoRegistersIsWelcomedInText() {
        assertThat(postbox.last(account.email(), Postbox.WELCOME).text())
                .startsWith("Hello Ada,")
                .contains(account.email())
                .contains(Postbox.APP_URL);
    }

    @Test
    void whoRegistersIsWelcomedInHtml() {
        assertThat(postbox.last(account.email(), Postbox.WELCOME).html())
                .startsWith("<!doctype html>")
                .contains("<a href=\"" + Postbox.APP_URL + "\">");
    }

    @Test
    void whoPaysGetsAMailThatLeadsToTheOrder() {
        String order = Orders.placed(app, account, "tok_visa");
        assertThat(postbox.last(account.email(), "Your order is paid").text())
                .contains(Postbox.APP_URL + "/orders/" + order);
    }

    @Test
    void whoIsAddedByAnAdministratorIsWelcomedToo() {
        Account added = Account.newAdministrator(app);
        assertThat(postbox.last(added.email(), Postbox.WELCOME).text()).startsWith("Hello,");
    }

    @Test
    void aNameIsNoHtml() {
        String email = World.newEmail();
        app.send(Request.post(
                        "/auth/register",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"<b>Eve</b>\"}"
                                .formatted(email, Account.PASSWORD)))
                .expect(201);
        assertThat(postbox.last(email, Postbox.WELCOME).html()).contains("Hello &lt;b&gt;Eve&lt;/b&gt;,");
    }

    @Test
    void theMessageIdIsThatOfTheNotification() {
        ReceivedMail mail = postbox.last(account.email(), Postbox.WELCOME);
        assertThat(app.send(account.get("/notifications")).text())
                .contains(mail.messageId().substring(1, 37));
    }

    @Test
    void anAddressIsNotVerifiedByItself() {
        assertThat(verified(account)).isFalse();
    }

    @Test
    void theTokenInTheMailVerifiesTheAddress() {
        verify(postbox.token(account.email(), Postbox.VERIFICATION)).expect(204);
        assertThat(verified(account)).isTrue();
    }

    @Test
    void aTokenVerifiesOnce() {
        String token = postbox.token(account.email(), Postbox.VERIFICATION);
        verify(token).expect(204);
        assertThat(verify(token).problem()).isEqualTo(INVALID);
    }

    @Test
    void aTokenOfAnotherKindVerifiesNothing() {
        app.send(Request.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(account.email())))
                .expect(204);
        assertThat(verify(postbox.token(account.email(), Postbox.RESET)).problem())
                .isEqualTo(INVALID);
    }

    @Test
    void aNewAddressIsVerifiedByWhatIsMailedThere() {
        String newEmail = World.newEmail();
        app.send(account.patch(account.path(), "{\"email\":\"%s\"}".formatted(newEmail)))
                .expect(200);
        verify(postbox.token(newEmail, Postbox.VERIFICATION)).expect(204);
        assertThat(verified(account)).isTrue();
    }

    @Test
    void whatWasMailedToTheOldAddressVerifiesNothing() {
        String token = postbox.token(account.email(), Postbox.VERIFICATION);
        app.send(account.patch(account.path(), "{\"email\":\"%s\"}".formatted(World.newEmail())))
                .expect(200);
        assertThat(verify(token).problem()).isEqualTo(INVALID);
    }

    @Test
    void noTokenIsStoredInClear() {
        String token = postbox.token(account.email(), Postbox.VERIFICATION);
        assertThat(MailWorld.database().tablesWith(token)).isEmpty();
    }

    @Test
    void anErasedUserLeavesNoRow() {
        postbox.last(account.email(), Postbox.WELCOME);
        postbox.last(account.email(), Postbox.VERIFICATION);
        app.send(account.delete(account.path())).expect(204);
        assertThat(Polling.until(Duration.ofSeconds(30), () -> rowsOf(account) == 0))
                .isTrue();
    }

    private static long rowsOf(Account erased) {
        return Long.parseLong(MailWorld.database()
                .one(
                        "SELECT (SELECT count(*) FROM notifications_recipient WHERE user_id::text = ?)"
                                + " + (SELECT count(*) FROM notifications_notification WHERE user_id::text = ?)"
                                + " + (SELECT count(*) FROM auth_token WHERE user_id::text = ?)",
                        erased.id(),
                        erased.id(),
                        erased.id()));
    }
}
