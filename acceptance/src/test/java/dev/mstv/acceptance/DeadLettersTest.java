package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.acceptance.Poison.Victim;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An event that its subscriber chokes on: it holds up its own stream and nothing else, is seen, and can be healed. */
class DeadLettersTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String NOBODY = "/ops/dead-letters/0190a0a0-0000-7000-8000-00000000000f";

    private static RunningApp app;
    private static Poison poison;
    private static Account admin;

    @BeforeAll
    static void start() {
        Launch launch = World.ownDatabase("dead_letters")
                .with("EVENT_ATTEMPTS", "2")
                .with("EVENT_RETRY_DELAY", "1ms")
                .with("EVENT_RETRY_MAX_DELAY", "1ms");
        app = launch.start();
        poison = Poison.in(World.database("dead_letters"), app);
        admin = Account.administrator(app);
    }

    @AfterAll
    static void end() {
        app.close();
    }

    @AfterEach
    void clear() {
        poison.repair();
        letters().forEach(letter -> app.send(discard(letter.path("id").textValue())));
    }

    private static Request replay(String letter) {
        return admin.post("/ops/dead-letters/" + letter + "/replay", "");
    }

    private static Request discard(String letter) {
        return admin.post("/ops/dead-letters/" + letter + "/discard", "");
    }

    private static List<JsonNode> items(String path) {
        return StreamSupport.stream(
                        app.send(admin.get(path))
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static List<JsonNode> letters() {
        return items("/ops/dead-letters?limit=100");
    }

    private static List<Integer> trail(Account account) {
        return items("/audit?subject=" + account.id()).stream()
                .map(entry -> entry.path("sequence").asInt())
                .toList();
    }

    @Test
    void aLetterSaysWhatFailedAndHowMuchWaits() {
        Victim victim = poison.victim();
        JsonNode letter = letters().getFirst();
        assertThat(letter.path("id").textValue()).isEqualTo(victim.letter());
        assertThat(letter.path("subscriber").textValue()).isEqualTo("audit.trail");
        assertThat(letter.at("/event/type").textValue()).isEqualTo("user.updated");
        assertThat(letter.at("/event/subject").textValue())
                .isEqualTo(victim.account().id());
        assertThat(letter.path("error").textValue()).contains("poison");
        assertThat(letter.path("attempts").asInt()).isEqualTo(2);
        assertThat(letter.path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void laterEventsOfItsStreamWait() {
        assertThat(trail(poison.victim().account())).containsExactly(1);
    }

    @Test
    void otherStreamsFlow() {
        poison.victim();
        Account other = Account.registered(app);
        assertThat(Polling.until(LIMIT, () -> trail(other).equals(List.of(1)))).isTrue();
    }

    @Test
    void healthIsDegradedAndServes() {
        poison.victim();
        assertThat(Polling.until(LIMIT, () -> app.send(admin.get("/health"))
                        .json()
                        .at("/details")
                        .path("dead-letters.audit")
                        .toString()
                        .equals("{\"count\":1,\"status\":\"degraded\",\"waiting\":1}")))
                .isTrue();
        assertThat(app.send(Request.get("/health")).expect(200).text()).isEqualTo("{\"status\":\"degraded\"}");
        assertThat(app.send(Request.get("/health/ready")).status()).isEqualTo(200);
    }

    @Test
    void metricsCountIt() {
        poison.victim();
        assertThat(Polling.until(LIMIT, () -> app.send(Request.get("/metrics"))
                        .text()
                        .contains("mstv_events_parked{module=\"audit\",state=\"dead\"} 1.0")))
                .isTrue();
    }

    @Test
    void oneReplayAfterTheRepairHealsTheStream() {
        Victim victim = poison.victim();
        poison.repair();
        app.send(replay(victim.letter())).expect(202);
        poison.awaitHealed(victim.account());
        assertThat(trail(victim.account())).containsExactly(3, 2, 1);
    }

    @Test
    void aReplayWithoutARepairIsOneTry() {
        Victim victim = poison.victim();
        long before = poison.tries();
        app.send(replay(victim.letter())).expect(202);
        poison.awaitDead(victim.account(), before + 1);
        assertThat(poison.tries()).isEqualTo(before + 1);
    }

    @Test
    void ofManyReplaysAtOnceOneIsDone() {
        Victim victim = poison.victim();
        poison.repair();
        List<Answer> answers = TwoProcesses.all(number -> app.send(replay(victim.letter())));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(202);
        // More at once than operations have room for are asked to come back.
        assertThat(answers).extracting(Answer::status).isSubsetOf(202, 404, 409, 503);
    }

    @Test
    void whatWaitsIsNotDead() {
        assertThat(app.send(replay(poison.victim().waiting())).problem()).isEqualTo("409 not_dead");
    }

    @Test
    void discardingLetsTheStreamGoOn() {
        Victim victim = poison.victim();
        app.send(discard(victim.letter())).expect(204);
        poison.awaitHealed(victim.account());
        assertThat(trail(victim.account())).containsExactly(3, 1);
    }

    @Test
    void theTrailSaysWhoDidIt() {
        Victim victim = poison.victim();
        long before = poison.tries();
        app.send(replay(victim.letter())).expect(202);
        poison.awaitDead(victim.account(), before + 1);
        app.send(discard(victim.letter())).expect(204);
        String path = "/audit?actor=" + admin.id() + "&subject=" + victim.letter();
        assertThat(Polling.until(LIMIT, () -> items(path).size() == 2)).isTrue();
        assertThat(items(path))
                .extracting(entry -> entry.path("type").textValue())
                .containsExactly("dead_letter.discarded", "dead_letter.replayed");
    }

    @Test
    void aLetterThatIsNotThereIsNotFound() {
        assertThat(app.send(admin.post(NOBODY + "/replay", "")).problem()).isEqualTo("404 dead_letter_not_found");
        assertThat(app.send(admin.post(NOBODY + "/discard", "")).problem()).isEqualTo("404 dead_letter_not_found");
    }

    @Test
    void lettersAreForAdministrators() {
        assertThat(app.send(Account.registered(app).get("/ops/dead-letters")).problem())
                .isEqualTo("403 forbidden");
        assertThat(app.send(Request.get("/ops/dead-letters")).problem()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aListGoesOnWhereItsPageEnds() {
        List<String> all = List.of(poison.victim().letter(), poison.victim().letter());
        Answer first = app.send(admin.get("/ops/dead-letters?limit=1")).expect(200);
        Answer second = app.send(admin.get("/ops/dead-letters?limit=1&cursor=" + first.at("/nextCursor")));
        assertThat(List.of(first.at("/items/0/id"), second.at("/items/0/id"))).isEqualTo(all);
    }
}
