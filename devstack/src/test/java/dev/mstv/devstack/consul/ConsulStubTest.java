package dev.mstv.devstack.consul;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mstv.devstack.Polling;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stub is as Consul documents itself, where MSTV relies on it. */
class ConsulStubTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConsulStub stub = ConsulStub.start();

    @AfterEach
    void end() {
        stub.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stub.port() + "/v1/" + path))
                .timeout(LIMIT);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        return client.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    private static long index(HttpResponse<String> response) {
        return response.headers().firstValueAsLong("X-Consul-Index").orElseThrow();
    }

    @Test
    void anAbsentPrefixIsNotFoundAndHasAnIndex() throws Exception {
        HttpResponse<String> response = get("kv/mstv/?recurse");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(index(response)).isPositive();
    }

    @Test
    void aBlockingQueryIsAnsweredByAChange() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                later("kv/mstv/?recurse&wait=60s&index=" + index(get("kv/mstv/?recurse")));
        put("kv/mstv/config/LOG_LEVEL", "debug");
        assertThat(JSON.readTree(waiting.join().body()).at("/0/Value").asText()).isEqualTo("ZGVidWc=");
    }

    @Test
    void aBlockingQueryIsAnsweredWhenItsTimeIsOver() throws Exception {
        long index = index(get("kv/mstv/?recurse"));
        assertThat(index(get("kv/mstv/?recurse&wait=100ms&index=" + index))).isEqualTo(index);
    }

    @Test
    void theKeysOfATransactionHaveOneIndex() throws Exception {
        put("txn", """
                [{"KV": {"Verb": "set", "Key": "a", "Value": "YQ=="}}, {"kv": {"Verb": "set", "Key": "b", "Value": "Yg=="}}]
                """);
        assertThat(JSON.readTree(get("kv/?recurse").body()).findValuesAsText("ModifyIndex"))
                .hasSize(2)
                .allMatch(index -> index.equals("11"));
    }

    @Test
    void aTransactionAnswersWhatItHasSet() throws Exception {
        stub.put("b", "1");
        String answer = put("txn", """
                [{"KV": {"Verb": "set", "Key": "a", "Value": "YQ=="}}, {"kv": {"Verb": "delete", "Key": "b", "Value": null}}]
                """).body();
        assertThat(JSON.readTree(answer)).isEqualTo(JSON.readTree("""
                {"Errors": null, "Results": [{"KV": {"Key": "a", "Value": "YQ==", "Flags": 0, "LockIndex": 0,
                 "CreateIndex": 12, "ModifyIndex": 12}}]}
                """));
    }

    @Test
    void whatIsRegisteredWithoutACheckIsHealthy() throws Exception {
        put("agent/service/register", "{\"Id\": \"a-1\", \"Name\": \"a\", \"Port\": 5001}");
        assertThat(JSON.readTree(get("health/service/a?passing").body())
                        .at("/0/Service/Port")
                        .asInt())
                .isEqualTo(5001);
    }

    @Test
    void whatIsDeregisteredIsGone() throws Exception {
        stub.register("a-1", "a", "127.0.0.1", 5001, Map.of());
        put("agent/service/deregister/a-1", "");
        assertThat(get("health/service/a").body()).isEqualTo("[]");
    }

    @Test
    void whatDoesNotExistCannotBeDeregistered() throws Exception {
        assertThat(put("agent/service/deregister/a-1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aCheckThatNobodyAnswersMakesItsInstanceCritical() {
        stub.register("a-1", "a", "127.0.0.1", 5001, "http://127.0.0.1:1/", Duration.ofMillis(50));
        assertThat(Polling.until(LIMIT, () -> stub.healthy("a").isEmpty())).isTrue();
        assertThat(stub.registered("a")).hasSize(1);
    }

    @Test
    void aCheckThatIsAnsweredLeavesItsInstanceHealthy() {
        String url = "http://127.0.0.1:" + stub.port() + "/v1/agent/services";
        stub.register("a-1", "a", "127.0.0.1", 5001, url, Duration.ofMillis(50));
        long before = stub.requests();
        assertThat(Polling.until(LIMIT, () -> stub.requests() > before + 2)).isTrue();
        assertThat(stub.healthy("a")).hasSize(1);
    }

    @Test
    void aSuspendedOneAnswersWhenItIsResumed() {
        stub.suspend();
        CompletableFuture<HttpResponse<String>> waiting = later("agent/services");
        assertThat(Polling.until(LIMIT, () -> stub.requests() == 1)).isTrue();
        assertThat(waiting).isNotDone();
        stub.resume();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aRestartedOneKnowsWhatItKnew() throws Exception {
        stub.put("a", "1");
        stub.restart();
        assertThat(get("kv/a").statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyOneCountsFromTheBeginning() throws Exception {
        stub.put("a", "1");
        long before = index(get("kv/a"));
        stub.restartEmpty();
        assertThat(index(get("kv/a"))).isLessThan(before);
    }

    @Test
    void whoHasNoTokenIsRefused() throws Exception {
        try (ConsulStub closed = ConsulStub.withToken("secret")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + closed.port() + "/v1/agent/services"));
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
            assertThat(client.send(request.header("X-Consul-Token", "secret").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
