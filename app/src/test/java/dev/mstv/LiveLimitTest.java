package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.discovery.ConsulProcess;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that count together are given another limit while they run. */
class LiveLimitTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private ConsulStub consul;
    private Nodes nodes;

    @BeforeEach
    void start() {
        consul = ConsulStub.start();
        nodes = Nodes.started(ConsulProcess.environment(consul));
    }

    @AfterEach
    void end() {
        client.close();
        nodes.close();
        consul.close();
    }

    private HttpResponse<Void> send(ApplicationContext node) throws Exception {
        URI address = node.getBean(EmbeddedServer.class).getURI();
        return client.send(HttpRequest.newBuilder(address.resolve("/health")).build(), BodyHandlers.discarding());
    }

    private static boolean limited(ApplicationContext node, long limit) {
        return node.getBean(LiveSettings.class).limits().get().requests() == limit;
    }

    @Test
    void whatTheyCountedCountsOnByTheNewLimit() throws Exception {
        send(nodes.first);
        send(nodes.second);
        consul.put("mstv/config/RATE_LIMIT_MAX", "3");
        assertThat(Polling.until(LIMIT, () -> limited(nodes.first, 3) && limited(nodes.second, 3)))
                .isTrue();
        assertThat(send(nodes.first).headers().firstValue("RateLimit-Remaining"))
                .hasValue("0");
        assertThat(send(nodes.second).statusCode()).isEqualTo(429);
    }
}
