package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people are told is kept for them, whether or not it is mailed. */
class NotificationsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RunningApp app = World.app();
    private final Account account = notified();

    private Account notified() {
        Account registered = Account.registered(app);
        assertThat(Polling.until(
                        LIMIT, () -> list(registered).json().path("items").size() == 2))
                .isTrue();
        return registered;
    }

    private Answer list(Account of) {
        return app.send(of.get("/notifications")).expect(200);
    }

    private Answer read(Account by, String id) {
        return app.send(by.post("/notifications/" + id + "/read", ""));
    }

    @Test
    void areTheRecipientsOwn() {
        assertThat(list(account).json().path("items").findValuesAsText("template"))
                .containsExactlyInAnyOrder("welcome", "verification");
    }

    @Test
    void areListedPageByPage() {
        Answer first = app.send(account.get("/notifications?limit=1"));
        Answer second = app.send(account.get("/notifications?limit=1&cursor=" + first.at("/nextCursor")));
        assertThat(second.at("/items/0/id")).isLessThan(first.at("/items/0/id"));
    }

    @Test
    void sayThatTheyAreNotMailedWhereMailsAreOff() {
        assertThat(list(account).json().path("items").findValuesAsText("mail")).containsOnly("STORED_ONLY");
    }

    @Test
    void theLogSaysOnceThatMailsAreOff() {
        Pattern said = Pattern.compile("Mails are stored and not sent");
        assertThat(app.output().await(said, LIMIT)).isPresent();
        assertThat(said.matcher(app.output().toString()).results()).hasSize(1);
    }

    @Test
    void sayThatTheyAreMailed() {
        Account mailed = Account.registered(MailWorld.app());
        assertThat(Polling.until(LIMIT, () -> {
                    String text =
                            MailWorld.app().send(mailed.get("/notifications")).text();
                    return text.split("\"SENT\"", -1).length == 3;
                }))
                .isTrue();
    }

    @Test
    void areMarkedAsRead() {
        String id = list(account).at("/items/0/id");
        read(account, id).expect(204);
        assertThat(list(account).at("/items/0/readAt")).endsWith("Z");
    }

    @Test
    void theFirstTimeOfReadingCounts() {
        String id = list(account).at("/items/0/id");
        read(account, id).expect(204);
        String first = list(account).at("/items/0/readAt");
        read(account, id).expect(204);
        assertThat(list(account).at("/items/0/readAt")).isEqualTo(first);
    }

    @Test
    void ofOthersAreNotThere() {
        String id = list(account).at("/items/0/id");
        assertThat(read(Account.registered(app), id).problem()).isEqualTo("404 notification_not_found");
    }

    @Test
    void areListedOverGraphql() {
        String query = "{\"query\":\"{ notifications(limit: 1) { id template subject createdAt readAt mail } }\"}";
        assertThat(app.send(account.post("/graphql", query)).expect(200).at("/data/notifications/0/mail"))
                .isEqualTo("STORED_ONLY");
    }
}
