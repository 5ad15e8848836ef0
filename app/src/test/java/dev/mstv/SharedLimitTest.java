package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes give a caller one limit. */
class SharedLimitTest {

    private static final int LIMIT = 20;
    private static final int REFUSED = 429;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Nodes nodes;

    @BeforeEach
    void start() {
        nodes = Nodes.started(Map.of("RATE_LIMIT_MAX", Integer.toString(LIMIT), "RATE_LIMIT_WINDOW", "10m"));
    }

    @AfterEach
    void end() {
        client.close();
        nodes.close();
    }

    @Test
    void bothTogetherLetExactlyTheLimitThrough() throws Exception {
        int granted = 0;
        // One after the other: a Redis that is too slow for many at once is not what is asked about here.
        for (int i = 0; i < LIMIT; i++) {
            granted += send(nodes.first).statusCode() == REFUSED ? 0 : 1;
            granted += send(nodes.second).statusCode() == REFUSED ? 0 : 1;
        }
        assertThat(granted).isEqualTo(LIMIT);
    }

    @Test
    void whatOneNodeCountedTheOtherTells() throws Exception {
        send(nodes.first);
        assertThat(send(nodes.second).headers().firstValue("RateLimit-Remaining"))
                .hasValue("18");
    }

    @Test
    void eachNodeCountsByItselfWhileRedisIsAway() throws Exception {
        nodes.redis.kill();
        assertThat(send(nodes.first).headers().firstValue("RateLimit-Remaining"))
                .hasValue("19");
    }

    @Test
    void theMetricsTellThatANodeCountedByItself() throws Exception {
        nodes.redis.suspend();
        send(nodes.first);
        assertThat(nodes.first
                        .getBean(MeterRegistry.class)
                        .get("mstv.rate_limit.failed_open")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private HttpResponse<String> send(ApplicationContext node) throws IOException, InterruptedException {
        return client.send(request(node), BodyHandlers.ofString());
    }

    /** One with a body, which comes after its headers. */
    private static HttpRequest request(ApplicationContext node) {
        URI address = node.getBean(EmbeddedServer.class).getURI();
        return HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                .build();
    }
}
