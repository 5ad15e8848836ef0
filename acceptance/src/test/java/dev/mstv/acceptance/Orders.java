package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What clients send to order something, and how they wait for what becomes of it. */
final class Orders {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Orders() {}

    /** Two books, at a price in EUR. */
    static String item(String amount) {
        return "{\"sku\":\"book\",\"quantity\":2,\"unitPrice\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}}";
    }

    /** The body of an order of one book in each of the currencies. */
    static String inEach(List<String> currencies) {
        String items = currencies.stream()
                .map(
                        "{\"sku\":\"book\",\"quantity\":1,\"unitPrice\":{\"amount\":\"12\",\"currency\":\"%s\"}}"
                                ::formatted)
                .collect(Collectors.joining(","));
        return "{\"items\":[" + items + "],\"paymentToken\":\"tok_visa\"}";
    }

    /** An order of 25.00 EUR, by nobody yet. */
    static Request place(String token) {
        return of("[" + item("12.50") + "]", "\"" + token + "\"");
    }

    /** One of what is given in JSON. */
    static Request of(String items, String token) {
        return Request.post("/orders", "{\"items\":" + items + ",\"paymentToken\":" + token + "}");
    }

    /** The id of a new order of somebody. */
    static String placed(RunningApp app, Account by, String token) {
        return app.send(place(token).bearer(by.accessToken())).expect(201).at("/id");
    }

    static void await(RunningApp app, Account by, String id, String status) {
        assertThat(Polling.until(
                        LIMIT,
                        () -> app.send(by.get("/orders/" + id)).at("/status").equals(status)))
                .as(() -> app.send(by.get("/orders/" + id)).text())
                .isTrue();
    }
}
