package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One trace from a request by HTTP, through store, broker, two modules and a projection, to those who are told. */
class OneTraceTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String BASKET = "{\"items\":[{\"sku\":\"tea\",\"quantity\":1,\"unitPrice\":"
            + "{\"amount\":\"2.50\",\"currency\":\"EUR\"}}],\"paymentToken\":\"tok_visa\"}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Kafka kafka;
    private static ApplicationContext process;
    private static Device device;
    private static SocketClient socket;
    private static HttpResponse<String> answer;

    @BeforeAll
    static void placeAnOrder() {
        kafka = Kafka.temporary();
        process = Brokers.process(
                Brokers.shared().url(), Map.of("ENABLE_KAFKA", "true", "KAFKA_BROKERS", kafka.bootstrapServers()));
        device = new Device(Brokers.shared(), "orders/#");
        Person ada = Person.user(process);
        socket = SocketClient.of(process, ada.token());
        answer = sent(request("/orders", ada)
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(BASKET)));
    }

    @AfterAll
    static void end() {
        socket.close();
        device.close();
        process.close();
        kafka.close();
    }

    private static HttpRequest.Builder request(String path, Person person) {
        int port = process.getBean(EmbeddedServer.class).getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", person.authorization());
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String order() {
        return answer.headers().firstValue("Location").orElseThrow().substring("/orders/".length());
    }

    @Test
    void theAnswerNamesIt() {
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(TRACE);
    }

    @Test
    void theSocketIsToldWithItThatTheOrderIsPaid() {
        JsonNode news = socket.next("order").path("data");
        while (!news.path("event").asText().equals("order.paid")) {
            news = socket.next("order").path("data");
        }
        assertThat(news.path("traceId").asText()).isEqualTo(TRACE);
    }

    @Test
    void theDeviceIsToldWithItThatTheOrderIsPaid() {
        assertThat(Device.property(device.await("orders/" + order() + "/paid"), "traceparent"))
                .hasValueSatisfying(trace -> assertThat(trace).contains(TRACE));
    }

    @Test
    void theAuditTrailShowsIt() {
        Person auditor = Person.administrator(process);
        assertThat(Polling.until(LIMIT, () -> sent(request("/audit?type=order.paid", auditor)
                                .GET())
                        .body()
                        .contains(TRACE)))
                .isTrue();
    }
}
