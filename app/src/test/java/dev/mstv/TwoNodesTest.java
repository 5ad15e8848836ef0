package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.GetUser;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserDeletion;
import dev.mstv.users.UserUpdate;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens on one node counts on the other, with both levels of the cache on. */
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static Nodes nodes;

    private Caller.User ada;
    private Sender first;
    private Sender second;

    @BeforeAll
    static void start() {
        nodes = Nodes.started();
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    @BeforeEach
    void signInAndReadOnBoth() {
        ada = Accounts.user(nodes.first, "ada-" + UUID.randomUUID() + "@example.com", "user");
        first = new Sender(nodes.first, ada);
        second = new Sender(nodes.second, ada);
        for (int i = 0; i < 3; i++) {
            assertThat(name(first)).isEqualTo("unnamed");
            assertThat(name(second)).isEqualTo("unnamed");
        }
    }

    private String name(Sender node) {
        return node.ask(new GetUser(ada.userId()))
                .map(user -> Objects.requireNonNullElse(user.value().name(), "unnamed"))
                .orElse("nobody");
    }

    private UpdateUser rename(String name) {
        return new UpdateUser(ada.userId(), null, name, false, null, null);
    }

    @Test
    void aChangeIsSeenAtOnceWhereItWasMade() {
        assertThat(first.send(rename("Ada"))).isInstanceOf(UserUpdate.Updated.class);
        assertThat(name(first)).isEqualTo("Ada");
    }

    @Test
    void aChangeIsSeenOnTheOther() {
        assertThat(first.send(rename("Ada"))).isInstanceOf(UserUpdate.Updated.class);
        assertThat(Polling.until(SOON, () -> "Ada".equals(name(second)))).isTrue();
    }

    @Test
    void aSessionThatEndedOnOneHasEndedOnTheOther() {
        assertThat(first.send(new Logout())).isInstanceOf(SessionEnd.Ended.class);
        assertThat(second.refused(new GetUser(ada.userId())).code()).isEqualTo("token_revoked");
    }

    @Test
    void aRoleThatChangedOnOneHasChangedOnTheOther() {
        UpdateUser promotion = new UpdateUser(ada.userId(), null, null, false, "admin", null);
        assertThat(new Sender(nodes.first, Caller.SYSTEM).send(promotion)).isInstanceOf(UserUpdate.Updated.class);
        assertThat(second.refused(new GetUser(ada.userId())).code()).isEqualTo("token_outdated");
    }

    @Test
    void aUserWhoWasDeletedOnOneIsGoneOnTheOther() {
        assertThat(first.send(new DeleteUser(ada.userId(), null))).isInstanceOf(UserDeletion.Deleted.class);
        assertThat(second.refused(new GetUser(ada.userId())).code()).isEqualTo("token_revoked");
    }

    @Test
    void aDeletedUserCanBeFoundOnNoNode() {
        assertThat(first.send(new DeleteUser(ada.userId(), null))).isInstanceOf(UserDeletion.Deleted.class);
        assertThat(name(new Sender(nodes.second, Caller.SYSTEM))).isEqualTo("nobody");
    }

    @Test
    void whatIsReadAgainIsReadFromTheProcess() {
        double before = Nodes.count(nodes.second, "users.user", "process", "hit");
        assertThat(name(second)).isEqualTo("unnamed");
        assertThat(Nodes.count(nodes.second, "users.user", "process", "hit")).isEqualTo(before + 1);
    }

    @Test
    void whatOneNodeHasReadTheOtherReadsFromRedis() {
        Caller.User grace = Accounts.user(nodes.first, "grace-" + UUID.randomUUID() + "@example.com", "user");
        assertThat(new Sender(nodes.first, Caller.SYSTEM).ask(new GetUser(grace.userId())))
                .isPresent();
        double before = Nodes.count(nodes.second, "users.user", "redis", "hit");
        assertThat(new Sender(nodes.second, Caller.SYSTEM).ask(new GetUser(grace.userId())))
                .isPresent();
        assertThat(Nodes.count(nodes.second, "users.user", "redis", "hit")).isEqualTo(before + 1);
    }
}
