package dev.mstv.platform.mqtt;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.ImpersonalData;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Publishes what happens, without what is personal: {@code <things>/<id>/<event>}. An event that cannot be published
 * now waits in the database of its module. Thread-safe.
 */
@Singleton
public final class MqttEvents {

    private final MqttPublisher publisher;
    private final ImpersonalData impersonal;

    MqttEvents(MqttPublisher publisher, ImpersonalData impersonal) {
        this.publisher = publisher;
        this.impersonal = impersonal;
    }

    /**
     * A subscription that publishes.
     *
     * @param name of the subscription
     * @param things the first level of the topics, such as {@code users}
     * @param field of the payload that says which of them, such as {@code userId}
     * @param types of the events
     * @param shape what of an event tells which
     * @param id tells it
     */
    public <E extends Record> Subscription subscription(
            String name, String things, String field, Set<String> types, Class<E> shape, Function<E, UUID> id) {
        Map<String, Class<? extends E>> shapes = types.stream().collect(Collectors.toMap(type -> type, type -> shape));
        return Subscription.<E>together(name, shapes, events -> publish(things, field, events, id));
    }

    private <E> void publish(String things, String field, List<Happened<E>> events, Function<E, UUID> id) {
        publisher.publish(events.stream()
                .map(happened -> message(things, field, id.apply(happened.event()), happened.envelope()))
                .toList());
    }

    private MqttMessage message(String things, String field, UUID id, Envelope envelope) {
        String event = envelope.type().substring(envelope.type().lastIndexOf('.') + 1);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put(field, id);
        payload.put("event", event);
        payload.put("data", impersonal.of(envelope).orElse(Map.of()));
        payload.put("timestamp", envelope.occurredAt().toString());
        return MqttMessage.of(things + '/' + id + '/' + event, MqttJson.write(payload), properties(envelope));
    }

    private static Map<String, String> properties(Envelope envelope) {
        Map<String, String> properties = new HashMap<>();
        properties.put("event-id", envelope.id().toString());
        properties.put("request-id", envelope.requestId());
        if (envelope.traceparent() != null) {
            properties.put("traceparent", envelope.traceparent());
        }
        return properties;
    }
}
