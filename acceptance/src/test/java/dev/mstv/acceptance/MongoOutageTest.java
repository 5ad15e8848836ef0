package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.MongoProtocol;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps read models goes away while the process serves, and comes back; two processes share it. */
class MongoOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static MongoProtocol server;
    private static RunningApp first;
    private static RunningApp second;
    private static Account admin;

    @BeforeAll
    static void start() {
        server = MongoProtocol.temporary();
        Launch launch = World.inMongo(server, "mongo_outage");
        first = launch.start();
        second = launch.start();
        admin = Account.administrator(first);
    }

    @AfterAll
    static void end() {
        second.close();
        first.close();
        server.close();
    }

    private static boolean lists(RunningApp app, Account account) {
        Answer answer = app.send(admin.get("/users?email=" + account.email()));
        return answer.status() == 200 && answer.at("/items/0/id").equals(account.id());
    }

    @Test
    void whoRegistersAtOneIsListedByTheOther() {
        Account account = Account.registered(first);
        assertThat(Polling.until(LIMIT, () -> lists(second, account))).isTrue();
    }

    @Test
    void listsAreRefusedUntilItIsBackAndNothingElseIs() {
        server.stop();
        Account account;
        try {
            account = Account.registered(first);
            Answer list = first.send(admin.get("/users"));
            assertThat(list.problem()).isEqualTo("503 database_unavailable");
            assertThat(list.header("retry-after")).isPresent();
            assertThat(Polling.until(
                            LIMIT,
                            () -> first.send(Request.get("/health")).text().equals("{\"status\":\"degraded\"}")))
                    .isTrue();
            assertThat(first.send(Request.get("/health/ready")).status()).isEqualTo(200);
            assertThat(first.send(admin.get(account.path())).status()).isEqualTo(200);
        } finally {
            server.restart();
        }
        assertThat(Polling.until(LIMIT, () -> lists(second, account))).isTrue();
    }

    @Test
    void aListThatIsLostIsMadeAnew() {
        Account account = Account.registered(first);
        assertThat(Polling.until(LIMIT, () -> lists(second, account))).isTrue();
        server.forget();
        assertThat(Polling.until(LIMIT, () -> lists(second, account))).isTrue();
    }
}
