package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.GetUser;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserUpdate;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redis dies, hangs and returns under two nodes: it costs time, and nothing that is answered is wrong. */
class RedisFaultTest {

    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final Duration WATCHED = Duration.ofSeconds(4);

    private static Nodes nodes;

    private Caller.User ada;
    private Sender first;
    private Sender second;

    /** How Redis goes and comes back. */
    enum Fault {
        KILLED {
            @Override
            void begin() {
                nodes.redis.kill();
            }

            @Override
            void end() {
                nodes.redis.restart();
            }
        },
        SUSPENDED {
            @Override
            void begin() {
                nodes.redis.suspend();
            }

            @Override
            void end() {
                nodes.redis.resume();
            }
        };

        abstract void begin();

        abstract void end();
    }

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
        for (int i = 0; i < 2; i++) {
            assertThat(name(first)).isEqualTo("unnamed");
            assertThat(name(second)).isEqualTo("unnamed");
        }
    }

    @AfterEach
    void recover() {
        nodes.redis.resume();
        nodes.redis.restart();
        nodes.awaitNoRedis();
        nodes.awaitRedis();
    }

    @ParameterizedTest
    @EnumSource
    void readsAreAnsweredWithinBounds(Fault fault) {
        fault.begin();
        long begin = System.nanoTime();
        assertThat(name(first)).isEqualTo("unnamed");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void changesAreMadeWithinBounds(Fault fault) {
        fault.begin();
        long begin = System.nanoTime();
        rename("Ada");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatRedisWasNotToldIsSeenOnTheOtherNode(Fault fault) {
        fault.begin();
        rename("Ada");
        assertThat(name(second)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaleIsSeenWhenRedisReturns(Fault fault) {
        fault.begin();
        rename("Ada");
        fault.end();
        long end = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < end) {
            assertThat(name(second)).isEqualTo("Ada");
            assertThat(name(first)).isEqualTo("Ada");
        }
        nodes.awaitRedis();
        assertThat(name(second)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionCannotEndWhileNobodyCanBeTold(Fault fault) {
        fault.begin();
        assertThat(first.refused(new Logout()).code()).isEqualTo("service_unavailable");
        assertThat(name(second)).isEqualTo("unnamed");
    }

    @ParameterizedTest
    @EnumSource
    void aUserCannotBeDeletedWhileNobodyCanBeTold(Fault fault) {
        fault.begin();
        assertThat(first.refused(new DeleteUser(ada.userId(), null)).code()).isEqualTo("service_unavailable");
        assertThat(name(second)).isEqualTo("unnamed");
    }

    @ParameterizedTest
    @EnumSource
    void aRoleCannotChangeWhileNobodyCanBeTold(Fault fault) {
        fault.begin();
        Sender system = new Sender(nodes.first, Caller.SYSTEM);
        assertThat(system.refused(new UpdateUser(ada.userId(), null, null, false, "admin", null))
                        .code())
                .isEqualTo("service_unavailable");
        assertThat(name(second)).isEqualTo("unnamed");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatHadEndedStaysSo(Fault fault) {
        assertThat(first.send(new Logout())).isInstanceOf(SessionEnd.Ended.class);
        fault.begin();
        assertThat(second.refused(new GetUser(ada.userId())).code()).isEqualTo("token_revoked");
        fault.end();
        long end = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < end) {
            assertThat(second.refused(new GetUser(ada.userId())).code()).isEqualTo("token_revoked");
        }
    }

    @Test
    void somebodyCanSignInWhileRedisIsAway() {
        nodes.redis.kill();
        Caller.User grace = Accounts.user(nodes.first, "grace-" + UUID.randomUUID() + "@example.com", "user");
        assertThat(new Sender(nodes.second, grace).ask(new GetUser(grace.userId())))
                .isPresent();
    }

    private String name(Sender node) {
        return node.ask(new GetUser(ada.userId()))
                .map(user -> Objects.requireNonNullElse(user.value().name(), "unnamed"))
                .orElse("nobody");
    }

    private void rename(String name) {
        UpdateUser rename = new UpdateUser(ada.userId(), null, name, false, null, null);
        assertThat(first.send(rename)).isInstanceOf(UserUpdate.Updated.class);
    }
}
