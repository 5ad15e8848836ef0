package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that every answer has, and those that some have. */
@InEveryShape
class HeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final RunningApp app = World.app();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x-frame-options        | DENY
        x-content-type-options | nosniff
        referrer-policy        | strict-origin-when-cross-origin
        permissions-policy     | camera=(), geolocation=(), microphone=()
        content-security-policy| default-src 'none'; frame-ancestors 'none'
        """)
    void everyAnswerIsSecured(String name, String value) {
        assertThat(app.send(Request.get("/nothing")).header(name)).hasValue(value);
        assertThat(app.send(Request.get("/.well-known/jwks.json")).header(name)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/profile", "/users", "/users/x", "/auth/nothing"})
    void accountsAreNotCached(String path) {
        assertThat(app.send(Request.get(path)).header("cache-control")).hasValue("no-store");
    }

    @Test
    void aRequestIdIsTaken() {
        assertThat(app.send(Request.get("/users").header("X-Request-Id", "Mine_1.2-3"))
                        .header("x-request-id"))
                .hasValue("Mine_1.2-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "'; DROP TABLE users_user;--", "<script>", "{}"})
    void aRequestIdThatIsNoneIsReplaced(String sent) {
        assertThat(app.send(Request.get("/users").header("X-Request-Id", sent))
                        .header("x-request-id")
                        .orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void aRequestIdThatIsTooLongIsReplaced() {
        assertThat(app.send(Request.get("/users").header("X-Request-Id", "x".repeat(129)))
                        .header("x-request-id"))
                .get()
                .asString()
                .hasSize(36);
    }

    @Test
    void aTraceIsContinued() {
        Request request = Request.get("/users").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(app.send(request).header("x-trace-id")).hasValue(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "garbage",
                "ff-" + TRACE + "-00f067aa0ba902b7-01"
            })
    void aTraceThatIsNoneIsBegunAnew(String sent) {
        assertThat(app.send(Request.get("/users").header("traceparent", sent))
                        .header("x-trace-id")
                        .orElseThrow())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TRACE)
                .isNotEqualTo("0".repeat(32));
    }

    @Test
    void browsersMayAskFromElsewhere() {
        Answer answer = app.send(Request.of("OPTIONS", "/users/someone")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization, content-type, idempotency-key")
                .toBytes());

        assertThat(answer.expect(200).header("access-control-allow-origin")).isNotEmpty();
        assertThat(answer.headers().get("access-control-allow-methods")).contains("PATCH");
    }

    @Test
    void longAnswersAreCompressedForThoseWhoAsk() throws IOException {
        Account admin = Account.administrator(app);
        for (int i = 0; i < 10; i++) {
            Account.registered(app);
        }
        Answer answer = app.send(admin.get("/users?limit=100").header("Accept-Encoding", "gzip"));

        assertThat(answer.header("content-encoding")).hasValue("gzip");
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .startsWith("{\"items\":[");
    }

    @Test
    void problemsHaveTheTypeOfProblems() {
        assertThat(app.send(Request.get("/nothing")).at("/type")).isEqualTo("urn:mstv:problem:not_found");
    }

    @Test
    void commandsSayWhatAReaderMustHaveSeen() {
        Account account = Account.registered(app);
        String token = app.send(account.patch(account.path(), "{\"name\":\"Grace\"}"))
                .header("x-consistency-token")
                .orElseThrow();

        assertThat(app.send(account.get(account.path()).header("X-Consistency-Token", token))
                        .at("/name"))
                .isEqualTo("Grace");
    }
}
