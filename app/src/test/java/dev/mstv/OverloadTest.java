package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.resilience.Lane;
import dev.mstv.platform.resilience.Permit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that serves as many requests as it can. */
class OverloadTest {

    private static final int LIMIT = 2;
    private static final String GRAPHQL_HEAD =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 26\r\n";
    private static final String GRAPHQL_BODY = "{\"query\":\"{ __typename }\"}";

    private static ApplicationContext process;
    private static URI address;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Permit> permits = new ArrayList<>();

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of("INBOUND_LIMIT", Integer.toString(LIMIT)));
        address = process.getBean(EmbeddedServer.class).getURI();
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @BeforeEach
    void occupy() {
        InboundGuard guard = process.getBean(InboundGuard.class);
        for (int i = 0; i < LIMIT; i++) {
            permits.add(guard.enter(Lane.WORK).orElseThrow());
        }
    }

    @AfterEach
    void leave() {
        permits.forEach(Permit::close);
        client.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("X-Request-Id", "mine")
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aRequestTooManyIsRefused() throws Exception {
        assertThat(get("/users").statusCode()).isEqualTo(503);
    }

    @Test
    void theProblemIsNamed() throws Exception {
        assertThat(get("/users").body()).contains("\"code\":\"overloaded\"");
    }

    @Test
    void whoIsRefusedIsToldToComeBack() throws Exception {
        assertThat(get("/users").headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void theAnswerIsKnownByTheIdOfItsRequest() throws Exception {
        assertThat(get("/users").headers().firstValue("X-Request-Id")).hasValue("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/circuit", "/metrics"})
    void whoWatchesIsAnswered(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whoOperatesIsAnswered() throws Exception {
        // That is, asked who they are.
        assertThat(get("/ops/dead-letters").statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyIsNotWaitedFor() {
        try (RawConnection connection = new RawConnection(address.getPort())) {
            connection.say(GRAPHQL_HEAD + "\r\n");
            assertThat(connection.line()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    void graphqlIsNoException() {
        try (RawConnection connection = new RawConnection(address.getPort())) {
            connection.say(GRAPHQL_HEAD + "\r\n" + GRAPHQL_BODY);
            assertThat(connection.line()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    void aBodyThatComesTooLateIsRefused() {
        permits.forEach(Permit::close);
        try (RawConnection connection = new RawConnection(address.getPort())) {
            connection.say(GRAPHQL_HEAD + "Expect: 100-continue\r\n\r\n");
            assertThat(connection.line()).isEqualTo("HTTP/1.1 100 Continue");
            occupy();
            connection.say(GRAPHQL_BODY);
            assertThat(connection.line()).isEmpty();
            assertThat(connection.line()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    void aBodyThatIsStillToComeKeepsNobodyOut() throws Exception {
        permits.forEach(Permit::close);
        try (RawConnection first = new RawConnection(address.getPort());
                RawConnection second = new RawConnection(address.getPort())) {
            for (RawConnection slow : List.of(first, second)) {
                slow.say(GRAPHQL_HEAD + "Expect: 100-continue\r\n\r\n");
                assertThat(slow.line()).isEqualTo("HTTP/1.1 100 Continue");
            }
            assertThat(get("/users").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whenThereIsRoomAgainItGoesOn() throws Exception {
        permits.getFirst().close();
        assertThat(get("/users").statusCode()).isEqualTo(401);
    }
}
