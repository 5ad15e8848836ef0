package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.RunningProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The events that clients were promised, on the topics that some module here has, are in the catalogue with their fields. A
 * field with a question mark may be missing; others are there until the person they tell of is erased.
 */
class ContractEventsTest {

    private record Promise(String type, String topic, Set<String> fields) {}

    private static final List<Promise> CONTRACT = List.of(
            promise("user.registered", "user.events", "userId", "email", "name?", "role"),
            promise(
                    "user.updated",
                    "user.events",
                    "userId",
                    "changes",
                    "changes.email?",
                    "changes.name?",
                    "changes.role?"),
            promise("user.deleted", "user.events", "userId", "deletedBy?"),
            promise("user.logged_in", "auth.events", "userId", "sessionId", "ipAddress?", "userAgent?"),
            promise("user.logged_out", "auth.events", "userId", "sessionId"),
            promise("token.refreshed", "auth.events", "userId", "sessionId", "tokenId"),
            promise("email.welcome", "email.events", "userId", "to", "template"),
            promise("email.verification", "email.events", "userId", "to", "template"),
            promise("email.password_reset", "email.events", "userId", "to", "template"),
            promise("order.placed", "order.events", order("items")),
            promise("order.paid", "order.events", order()),
            promise("order.payment_failed", "order.events", order()),
            promise("order.cancelled", "order.events", order()),
            promise("payment.captured", "payment.events", payment()),
            promise("payment.declined", "payment.events", payment()),
            promise("payment.refunded", "payment.events", payment()));

    private static final Catalogue CATALOGUE = RunningProcess.monolith().getBean(Catalogue.class);

    private static Promise promise(String type, String topic, String... fields) {
        return new Promise(type, topic, Set.of(fields));
    }

    private static String[] order(String... more) {
        return Stream.concat(
                        Stream.of("orderId", "userId", "status", "total", "total.amount", "total.currency"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] payment() {
        return new String[] {"paymentId", "orderId", "amount", "amount.amount", "amount.currency", "reason?"};
    }

    static List<Promise> kept() {
        Set<String> topics =
                CATALOGUE.all().stream().map(event -> event.type().topic()).collect(Collectors.toSet());
        return CONTRACT.stream()
                .filter(promise -> topics.contains(promise.topic()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isInTheCatalogue(Promise promise) {
        CataloguedEvent event = CATALOGUE.newest(promise.type()).orElseThrow();
        assertThat(event.type().topic()).isEqualTo(promise.topic());
        assertThat(fields("", event.schema()).toList()).containsAll(promise.fields());
    }

    private static Stream<String> fields(String path, JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::textValue).toList();
        return schema.path("properties").propertyStream().flatMap(field -> {
            String name = path + field.getKey();
            Stream<String> said = field.getValue().has(EventSchema.PERSONAL)
                    ? Stream.of(name, name + "?")
                    : Stream.of(required.contains(field.getKey()) ? name : name + "?");
            return Stream.concat(said, fields(name + ".", field.getValue()));
        });
    }
}
