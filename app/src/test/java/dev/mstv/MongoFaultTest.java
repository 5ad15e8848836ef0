package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.MongoProtocol;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserView;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps read models is stopped, hangs and returns under two nodes: lists are refused, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoFaultTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    // To find out that it hangs, and that nobody else is there.
    private static final Duration FIRST_BOUND = Duration.ofSeconds(8);
    private static final Duration LATER_BOUND = Duration.ofSeconds(1);

    private final MongoProtocol server = MongoProtocol.temporary();
    private final ApplicationContext first;
    private final ApplicationContext second;
    private final Sender sender;

    MongoFaultTest() {
        // The first attempt is the last one of an event that is at fault.
        Map<String, String> environment = new HashMap<>(Map.of("EVENT_ATTEMPTS", "1"));
        environment.put("DATABASE_URL", RunningProcess.newDatabase());
        environment.putAll(RunningProcess.inMongo(server));
        first = RunningProcess.start(environment);
        second = RunningProcess.start(environment);
        sender = new Sender(first, Caller.SYSTEM);
        recover();
    }

    /** How it goes. */
    enum Fault {
        STOPPED {
            @Override
            void begin(MongoProtocol server) {
                server.stop();
            }
        },
        SUSPENDED {
            @Override
            void begin(MongoProtocol server) {
                server.suspend();
            }
        };

        abstract void begin(MongoProtocol server);
    }

    @AfterEach
    void recover() {
        server.restart();
        assertThat(Polling.until(LIMIT, () -> lists(first) && lists(second))).isTrue();
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        server.close();
    }

    private static GetAllUsers everyone() {
        return new GetAllUsers(null, null, 100, null);
    }

    private static GetAllUsers of(String email) {
        return new GetAllUsers(email, null, 100, null);
    }

    private static boolean lists(ApplicationContext node) {
        try {
            return new Sender(node, Caller.SYSTEM).ask(everyone()) != null;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static boolean lists(ApplicationContext node, String email) {
        try {
            Page<UserView> page = new Sender(node, Caller.SYSTEM).ask(of(email));
            return page.items().size() == 1;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private String created() {
        String email = "u-" + UUID.randomUUID() + "@example.com";
        assertThat(sender.send(new CreateUser(email, "correct horse battery", null, "user")))
                .isInstanceOf(UserCreation.Created.class);
        return email;
    }

    private List<String> parked() {
        return first.getBean(Databases.class).of("users").call(handle -> handle.createQuery(
                        "SELECT state FROM users_parked WHERE subscriber = 'users.directory'")
                .mapTo(String.class)
                .list());
    }

    private boolean awaitDegraded() {
        return Polling.until(LIMIT, () -> HealthState.working(true, Map.of("reachable", false))
                .equals(first.getBean(Health.class).check().details().get("mongodb")));
    }

    @Test
    void whatHappensOnOneNodeIsListedOnTheOther() {
        String email = created();
        assertThat(Polling.until(LIMIT, () -> lists(second, email))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void listsAreRefusedWithinBounds(Fault fault) {
        fault.begin(server);
        long begin = System.nanoTime();
        assertThat(sender.refused(everyone()).code()).isEqualTo("database_unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(FIRST_BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWaitsOnceItIsKnown(Fault fault) {
        fault.begin(server);
        assertThat(awaitDegraded()).isTrue();
        assertThat(sender.refused(everyone()).code()).isEqualTo("database_unavailable");
        long begin = System.nanoTime();
        assertThat(sender.refused(everyone()).code()).isEqualTo("database_unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LATER_BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void theProcessGoesOnWorking(Fault fault) {
        fault.begin(server);
        assertThat(awaitDegraded()).isTrue();
        assertThat(first.getBean(Health.class).check().working()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensMeanwhileIsListedAfterwards(Fault fault) {
        fault.begin(server);
        String email = created();
        assertThat(Polling.until(LIMIT, () -> parked().contains("RETRYING"))).isTrue();
        server.restart();
        assertThat(Polling.until(LIMIT, () -> lists(second, email))).isTrue();
        assertThat(Polling.until(LIMIT, () -> parked().isEmpty())).isTrue();
    }

    @Test
    void singleUsersAreReadMeanwhile() {
        server.stop();
        assertThat(sender.ask(new GetUser(new UUID(1, 1)))).isEmpty();
    }

    @Test
    void aProcessStartsWithoutIt() {
        server.stop();
        try (ApplicationContext third = RunningProcess.start(RunningProcess.inMongo(server))) {
            Sender user = new Sender(third, Caller.SYSTEM);
            assertThat(user.send(new CreateUser("ada@example.com", "correct horse battery", null, "user")))
                    .isInstanceOf(UserCreation.Created.class);
            assertThat(user.refused(everyone()).code()).isEqualTo("read_model_behind");
            server.restart();
            assertThat(Polling.until(LIMIT, () -> lists(third, "ada@example.com")))
                    .isTrue();
        }
    }
}
