package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.acceptance.Topics.Arrival;
import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The monolith with a broker: what happens to a user is on the broker as the contract says. */
class KafkaTransportTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static Postgres postgres;
    private static Kafka kafka;
    private static RunningApp app;
    private static Topics topics;
    private static Sql database;

    private static Account account;
    private static List<Arrival> arrivals;

    @BeforeAll
    static void registerRenameAndDelete() {
        postgres = Postgres.temporary();
        postgres.createDatabase("mstv");
        database = Sql.of(postgres.url("mstv"));
        kafka = Kafka.temporary();
        app = Launch.on(postgres.url("mstv"))
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", kafka.bootstrapServers())
                .start();
        account = Account.registered(app);
        app.send(account.patch(account.path(), "{\"name\":\"Grace\"}")
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .header("X-Request-Id", "rename-1"))
                .expect(200);
        new Outboxes(database).awaitEmpty(LIMIT);
        app.send(account.delete(account.path())).expect(204);
        new Outboxes(database).awaitEmpty(LIMIT);
        topics = new Topics(kafka.bootstrapServers());
        arrivals = topics.all();
    }

    @AfterAll
    static void end() {
        topics.close();
        app.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void everyEventOfAUserArrivesOnceAndInOrder() {
        assertThat(ofUser())
                .extracting(Arrival::type)
                .containsExactly("user.registered", "user.updated", "user.deleted");
        assertThat(ofUser()).extracting(Arrival::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void everyStoredEventIsOnTheBrokerOnce() {
        assertThat(arrivals).extracting(Arrival::id).containsExactlyInAnyOrderElementsOf(new Store(database).ids());
    }

    @Test
    void anEventIsACloudEventWithTheAttributesOfTheContract() {
        JsonNode event = renamed().event();

        assertThat(event.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.path("source").textValue()).isEqualTo("/mstv/users");
        assertThat(event.path("subject").textValue()).isEqualTo(account.id());
        assertThat(event.path("correlationid").textValue()).isEqualTo("rename-1");
        assertThat(event.path("actor").textValue()).isEqualTo(account.id());
        assertThat(event.path("datacontenttype").textValue()).isEqualTo("application/json");
        assertThat(event.path("time").textValue()).matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    }

    @Test
    void itsDataBeginWithItsNameAndTime() {
        JsonNode event = renamed().event();

        assertThat(event.at("/data/event").textValue()).isEqualTo("user.updated");
        assertThat(event.at("/data/timestamp")).isEqualTo(event.path("time"));
        assertThat(event.at("/data/userId").textValue()).isEqualTo(account.id());
        assertThat(event.at("/data/changes/name").textValue()).isEqualTo("Grace");
    }

    @Test
    void theTraceGoesOnInTheEventAndInItsHeader() {
        assertThat(renamed().headers().get("traceparent")).startsWith("00-" + TRACE + "-");
        assertThat(renamed().event().path("traceparent").textValue())
                .isEqualTo(renamed().headers().get("traceparent"));
    }

    @Test
    void theHeaderSaysWhatTheValueIs() {
        assertThat(arrivals).allSatisfy(arrival -> assertThat(arrival.headers())
                .containsEntry("content-type", "application/cloudevents+json; charset=UTF-8"));
    }

    @Test
    void theKeyIsTheAggregate() {
        assertThat(arrivals).allSatisfy(arrival -> assertThat(arrival.key())
                .isEqualTo(arrival.event().path("subject").textValue()));
    }

    @Test
    void aTopicHasThreePartitions() {
        assertThat(topics.partitions("user.events")).isEqualTo(3);
        assertThat(topics.partitions("auth.events")).isEqualTo(3);
    }

    @Test
    void aSubscriberOfAnotherModuleDoesItsPart() {
        assertThat(Polling.until(LIMIT, () -> database.one(
                                "SELECT count(*) FROM auth_session WHERE user_id::text = ?", account.id())
                        .equals("0")))
                .isTrue();
    }

    private static Arrival renamed() {
        return ofUser().get(1);
    }

    private static List<Arrival> ofUser() {
        return arrivals.stream()
                .filter(arrival -> arrival.topic().equals("user.events"))
                .filter(arrival -> arrival.key().equals(account.id()))
                .toList();
    }
}
