package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.resilience.Outbound;
import dev.mstv.platform.resilience.Target;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Anyone may ask whom a process does not call. */
class CircuitsOverHttpTest {

    private static ApplicationContext process;
    private static URI address;

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of("CB_THRESHOLD", "2"));
        address = process.getBean(EmbeddedServer.class).getURI();
        Outbound outbound = process.getBean(Outbound.class);
        outbound.to("quiet");
        Target broken = outbound.to("broken");
        for (int i = 0; i < 3; i++) {
            Throwable unused = catchThrowable(() -> broken.call(limit -> {
                throw new IOException("reset");
            }));
        }
    }

    @AfterAll
    static void end() {
        process.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    @Test
    void allAreListedByName() throws Exception {
        assertThat(json("/health/circuit").path("items").findValuesAsText("name"))
                .containsExactly("broken", "quiet");
    }

    @Test
    void aCircuitThatOpenedIsOpen() throws Exception {
        assertThat(json("/health/circuit/broken").path("state").asText()).isEqualTo("open");
    }

    @Test
    void itsRatesArePercent() throws Exception {
        assertThat(json("/health/circuit/broken").path("failureRate").asDouble())
                .isEqualTo(100.0);
    }

    @Test
    void itsCallsAreCounted() throws Exception {
        JsonNode circuit = json("/health/circuit/broken");
        assertThat(circuit.path("calls").asInt()).isEqualTo(2);
        assertThat(circuit.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void itTellsSinceWhen() throws Exception {
        assertThat(Instant.parse(
                        json("/health/circuit/broken").path("lastChange").asText()))
                .isNotNull();
    }

    @Test
    void aRateThatNobodyKnowsIsNotThere() throws Exception {
        assertThat(json("/health/circuit/quiet").has("failureRate")).isFalse();
    }

    @Test
    void anUnknownNameIsNotFound() throws Exception {
        HttpResponse<String> answer = get("/health/circuit/nobody");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"circuit_not_found\"");
    }

    @Test
    void healthIsDegraded() throws Exception {
        assertThat(json("/health").path("status").asText()).isEqualTo("degraded");
    }
}
