package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.acceptance.Topics.Arrival;
import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker is not there, does not answer, or has lost what it had: commands go on, and events arrive in the end. */
// Each test starts its own process.
@SuppressWarnings("NullAway.Init")
class KafkaFaultTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String[] NAMES = {"Radia", "Grace", "Barbara", "Frances"};

    private Path directory;
    private Kafka kafka;
    private Postgres postgres;
    private Sql database;
    private RunningApp app;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createTempDirectory("mstv-kafka-fault-");
        kafka = Kafka.at(directory, Ports.free());
        postgres = Postgres.temporary();
        postgres.createDatabase("mstv");
        database = Sql.of(postgres.url("mstv"));
    }

    @AfterEach
    void end() {
        app.close();
        kafka.close();
        postgres.close();
        FileTree.delete(directory);
    }

    @Test
    void whatHappensWhileTheBrokerIsNotThereYetArrivesInOrder() {
        start();
        Account account = renamed();
        assertThat(new Outboxes(database).unsent()).isGreaterThanOrEqualTo(NAMES.length + 2);
        assertThat(app.output().await(Pattern.compile("Events of users cannot be sent"), LIMIT))
                .isPresent();

        kafka.restart();

        assertArrivedInOrder(account);
    }

    @Test
    void whatHappensWhileTheBrokerHangsArrivesInOrder() {
        kafka.restart();
        start();
        Account.registered(app);
        new Outboxes(database).awaitEmpty(LIMIT);
        kafka.suspend();
        Account account = renamed();
        assertThat(new Outboxes(database).unsent()).isGreaterThanOrEqualTo(NAMES.length + 2);

        kafka.resume();

        assertArrivedInOrder(account);
    }

    @Test
    void aBrokerThatLostItsDataIsFilledAgainFromTheStore() {
        kafka.restart();
        start();
        Account account = renamed();
        new Outboxes(database).awaitEmpty(LIMIT);
        kafka.kill();
        FileTree.delete(directory);
        kafka.restart();
        app.send(account.patch(account.path(), "{\"name\":\"Katherine\"}")).expect(200);
        new Outboxes(database).awaitEmpty(LIMIT);

        // Of each module: what a broker had taken, and nobody had read yet, is lost of all of them.
        new Outboxes(database).sendAgain();

        new Outboxes(database).awaitEmpty(LIMIT);
        assertThat(arrivals()).extracting(Arrival::id).containsAll(database.column("SELECT event_id FROM users_event"));
        assertThat(Polling.until(LIMIT, () -> database.column("SELECT event_id FROM audit_entry")
                        .containsAll(new Store(database).ids())))
                .isTrue();
    }

    private void start() {
        app = Launch.on(postgres.url("mstv"))
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", kafka.bootstrapServers())
                .start();
    }

    private Account renamed() {
        Account account = Account.registered(app);
        for (String name : NAMES) {
            app.send(account.patch(account.path(), "{\"name\":\"" + name + "\"}"))
                    .expect(200);
        }
        return account;
    }

    private void assertArrivedInOrder(Account account) {
        new Outboxes(database).awaitEmpty(LIMIT);
        List<Arrival> arrivals = arrivals();
        assertThat(arrivals).extracting(Arrival::key).contains(account.id());
        assertThat(Store.outOfOrder(arrivals)).isEmpty();
        // What subscribers do about events are events as well, and may be on their way.
        assertThat(Polling.until(LIMIT, () -> arrivedIds().equals(Set.copyOf(new Store(database).ids()))))
                .isTrue();
    }

    private Set<String> arrivedIds() {
        return arrivals().stream().map(Arrival::id).collect(Collectors.toSet());
    }

    private List<Arrival> arrivals() {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            return topics.all();
        }
    }
}
