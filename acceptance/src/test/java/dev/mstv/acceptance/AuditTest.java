package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What has happened can be asked for, and tells nothing personal. */
@InEveryShape
class AuditTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final RunningApp APP = World.app();
    private static final String REQUEST = "audit-test-1";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static Account admin;
    private static Account user;

    @BeforeAll
    static void changeAUser() {
        admin = Account.administrator(APP);
        user = Account.registered(APP);
        APP.send(user.patch(user.path(), "{\"name\":\"Grace\"}")
                        .header("X-Request-Id", REQUEST)
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"))
                .expect(200);
        APP.send(admin.patch(user.path(), "{\"name\":\"Barbara\"}")).expect(200);
        assertThat(Polling.until(LIMIT, () -> entries("").size() == 3)).isTrue();
    }

    private static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> entries(String more) {
        return items(APP.send(admin.get("/audit?subject=" + user.id() + more)));
    }

    private static List<Integer> sequences(String more) {
        return entries(more).stream()
                .map(entry -> entry.path("sequence").asInt())
                .toList();
    }

    @Test
    void theNewestIsFirst() {
        assertThat(sequences("")).containsExactly(3, 2, 1);
    }

    @Test
    void anEntrySaysWhoDidItByWhichRequest() {
        JsonNode entry = entries("").get(1);
        assertThat(entry.path("module").textValue()).isEqualTo("users");
        assertThat(entry.path("type").textValue()).isEqualTo("user.updated");
        assertThat(entry.path("actor").textValue()).isEqualTo(user.id());
        assertThat(entry.path("requestId").textValue()).isEqualTo(REQUEST);
        assertThat(entry.path("traceId").textValue()).isEqualTo(TRACE);
    }

    @Test
    void anEntryHasWhatIsNotPersonal() {
        assertThat(entries("").getLast().path("data").toString())
                .isEqualTo("{\"userId\":\"" + user.id() + "\",\"role\":\"user\"}");
    }

    @Test
    void nothingPersonalIsKept() {
        assertThat(World.database().column("SELECT data FROM audit_entry WHERE subject = CAST(? AS uuid)", user.id()))
                .noneMatch(data -> data.contains(user.email()) || data.contains("Grace"));
    }

    @Test
    void findsWhatSomeoneDid() {
        assertThat(sequences("&actor=" + admin.id())).containsExactly(3);
    }

    @Test
    void findsWhatIsOfAType() {
        assertThat(sequences("&type=user.registered")).containsExactly(1);
    }

    @Test
    void findsWhatHappenedInATime() {
        String first = entries("").getLast().path("occurredAt").textValue();
        String second = entries("").get(1).path("occurredAt").textValue();
        assertThat(sequences("&from=" + first + "&to=" + second)).containsExactly(1);
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        String now = Instant.parse("2026-01-01T00:00:00Z").toString();
        assertThat(APP.send(admin.get("/audit?from=" + now + "&to=" + now)).problem())
                .isEqualTo("400 validation_failed [to:range]");
    }

    @Test
    void aCursorOfNoEventIsRefused() {
        assertThat(APP.send(admin.get("/audit?cursor=AAAAAAAAAAAAAAAAAAAAAA")).problem())
                .isEqualTo("400 validation_failed [cursor:invalid_cursor]");
    }

    @Test
    void pagesJoinWithoutGapsWhileMoreHappens() {
        List<Integer> sequences = new ArrayList<>();
        String cursor = "";
        while (sequences.size() < 3) {
            Answer page = APP.send(admin.get("/audit?limit=1&subject=" + user.id() + cursor));
            items(page).forEach(entry -> sequences.add(entry.path("sequence").asInt()));
            cursor = "&cursor=" + page.at("/nextCursor");
            Account.registered(APP);
        }
        assertThat(sequences).containsExactly(3, 2, 1);
    }

    @Test
    void theStoresAreAsTheyWereWritten() {
        Answer answer = APP.send(admin.get("/audit/verify")).expect(200);
        assertThat(answer.json().path("valid").asBoolean()).as(answer::text).isTrue();
        assertThat(answer.json().path("checked").asLong()).isPositive();
    }

    @Test
    void theTrailIsForAdministrators() {
        assertThat(APP.send(user.get("/audit")).problem()).isEqualTo("403 forbidden");
        assertThat(APP.send(user.get("/audit/verify")).problem()).isEqualTo("403 forbidden");
        assertThat(APP.send(Request.get("/audit")).problem()).isEqualTo("401 unauthenticated");
    }
}
