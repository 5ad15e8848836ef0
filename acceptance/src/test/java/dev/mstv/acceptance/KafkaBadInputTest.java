package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a topic, its consumers go on: it is a dead letter or skipped, and the events after it arrive. */
class KafkaBadInputTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> TOPICS = List.of("user.events", "auth.events");
    private static final int PARTITIONS = 3;
    private static final Pattern SKIPPED = Pattern.compile("mstv_events_skipped_total\\{module=\"auth\"[^}]*} [1-9]");

    private static final Map<String, List<String>> places = new HashMap<>();
    private static final List<String> goodOnes = new ArrayList<>();
    private static Postgres postgres;
    private static Kafka kafka;
    private static RunningApp app;
    private static Feed feed;
    private static Sql database;

    @BeforeAll
    static void writeEverythingEverywhere() {
        postgres = Postgres.temporary();
        postgres.createDatabase("mstv");
        database = Sql.of(postgres.url("mstv"));
        kafka = Kafka.temporary();
        app = Launch.on(postgres.url("mstv"))
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", kafka.bootstrapServers())
                .with("EVENT_ATTEMPTS", "2")
                .with("EVENT_RETRY_DELAY", "50ms")
                .start();
        Account.registered(app);
        new Outboxes(database).awaitEmpty(LIMIT);
        feed = new Feed(kafka.bootstrapServers());
        TOPICS.forEach(feed::widen);
        for (String topic : TOPICS) {
            for (int i = 0; i < BadEvent.all().size(); i++) {
                BadEvent bad = BadEvent.all().get(i);
                places.computeIfAbsent(bad.name(), any -> new ArrayList<>())
                        .add(feed.write(topic, i % PARTITIONS, bad));
            }
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            goodOnes.add(write(partition, UUID.randomUUID(), UUID.randomUUID(), "{}"));
        }
    }

    @AfterAll
    static void end() {
        feed.close();
        app.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void theEventsAfterItArriveInEveryPartition() {
        assertThat(Polling.until(LIMIT, () -> inbox("auth.forget_user").containsAll(goodOnes)))
                .isTrue();
    }

    static List<BadEvent> deadLetters() {
        return BadEvent.all().stream()
                .filter(bad -> bad.becomes() == BadEvent.Outcome.DEAD_LETTER)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("deadLetters")
    void becomesADeadLetterThatSaysWhereItStands(BadEvent bad) {
        assertThat(places.get(bad.name()))
                .allSatisfy(place -> assertThat(Polling.until(LIMIT, () -> isDeadLetter(place)))
                        .isTrue());
    }

    @Test
    void anUnknownTypeIsSkippedAndCounted() {
        assertThat(Polling.until(
                        LIMIT,
                        () -> SKIPPED.matcher(app.send(Request.get("/metrics")).text())
                                .find()))
                .isTrue();
    }

    @Test
    void aLaterVersionThatFitsIsTaken() {
        UUID stream = UUID.randomUUID();
        String id =
                write(0, stream, UUID.randomUUID(), "{\"schemaversion\":99,\"data\":{\"userId\":\"%s\",\"more\":1}}");

        assertThat(Polling.until(LIMIT, () -> inbox("auth.forget_user").contains(id)))
                .isTrue();
    }

    @Test
    void aLaterVersionThatDoesNotFitIsADeadLetterAfterItsAttempts() {
        String id = write(0, UUID.randomUUID(), UUID.randomUUID(), "{\"schemaversion\":99,\"data\":{\"who\":1}}");

        assertThat(Polling.until(LIMIT, () -> database.column(
                                "SELECT attempts FROM auth_parked WHERE state = 'DEAD' AND event_id::text = ?", id)
                        .equals(List.of("2"))))
                .isTrue();
    }

    @Test
    void anErrorThatQuotesNulIsADeadLetterAsWell() {
        String id = write(0, UUID.randomUUID(), UUID.randomUUID(), "{\"data\":{\"userId\":\"a\\u0000b\"}}");

        assertThat(Polling.until(LIMIT, () -> !database.column(
                                "SELECT id FROM auth_parked WHERE state = 'DEAD' AND event_id::text = ?", id)
                        .isEmpty()))
                .isTrue();
    }

    @Test
    void theSameIdTwiceHasOneEffect() {
        UUID id = UUID.randomUUID();
        UUID stream = UUID.randomUUID();
        write(1, stream, id, "{}");
        write(1, stream, id, "{}");
        String last = write(1, UUID.randomUUID(), UUID.randomUUID(), "{}");

        assertThat(Polling.until(LIMIT, () -> inbox("auth.forget_user").contains(last)))
                .isTrue();
        assertThat(inbox("auth.forget_user")).containsOnlyOnce(id.toString());
        assertThat(database.column("SELECT id FROM auth_parked WHERE event_id = ?", id))
                .isEmpty();
    }

    @Test
    void aFailingStreamHoldsUpNoOther() {
        UUID failing = UUID.randomUUID();
        write(2, failing, UUID.randomUUID(), "{\"data\":{}}");
        String behind = write(2, failing, UUID.randomUUID(), "{\"sequence\":\"2\"}");
        String other = write(2, UUID.randomUUID(), UUID.randomUUID(), "{}");

        assertThat(Polling.until(LIMIT, () -> inbox("auth.forget_user").contains(other)))
                .isTrue();
        assertThat(inbox("auth.forget_user")).doesNotContain(behind);
    }

    /** Writes that a user is gone, with some attributes otherwise; gives the id of the event. */
    private static String write(int partition, UUID stream, UUID id, String otherwise) {
        String event = Json.with(
                BadEvent.deleted(stream.toString(), id.toString()), otherwise.replace("%s", stream.toString()));
        feed.write(
                "user.events",
                partition,
                new BadEvent(
                        "",
                        Optional.of(stream.toString().getBytes(StandardCharsets.UTF_8)),
                        Optional.of(event.getBytes(StandardCharsets.UTF_8)),
                        BadEvent.Outcome.SKIPPED));
        return id.toString();
    }

    private static List<String> inbox(String subscriber) {
        return new Effects(database).of(subscriber);
    }

    private static boolean isDeadLetter(String place) {
        return !database.column(
                        "SELECT id FROM audit_parked WHERE state = 'DEAD' AND error LIKE ?", place + " is no event%")
                .isEmpty();
    }
}
