package dev.mstv.platform.push;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.ImpersonalData;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes pushes of events: with everything but what is personal in them. Thread-safe. */
@Singleton
public final class EventPushes {

    private final Pushes pushes;
    private final ImpersonalData impersonal;

    EventPushes(Pushes pushes, ImpersonalData impersonal) {
        this.pushes = pushes;
        this.impersonal = impersonal;
    }

    /**
     * A subscription that tells clients of events.
     *
     * @param name as of any {@link Subscription}
     * @param types the events
     * @param shape what of them says whom they concern
     */
    public <T extends Record> Subscription subscription(
            String name, Set<String> types, Class<T> shape, Function<Happened<T>, Set<Audience>> audiences) {
        Map<String, Class<? extends T>> shapes = types.stream().collect(Collectors.toMap(type -> type, type -> shape));
        return Subscription.<T>together(
                name,
                shapes,
                events -> pushes.send(events.stream()
                        .map(event -> push(event.envelope(), audiences.apply(event)))
                        .toList()));
    }

    /** As above, of every event there is. */
    public Subscription subscription(String name, Set<Audience> audiences) {
        return Subscription.allTogether(
                name,
                events -> pushes.send(
                        events.stream().map(event -> push(event, audiences)).toList()));
    }

    private Push push(Envelope event, Set<Audience> audiences) {
        return new Push(
                event.id(),
                event.type(),
                event.stream(),
                audiences,
                PushJson.data(impersonal.of(event).orElse(Map.of())),
                event.occurredAt(),
                event.requestId(),
                event.traceparent());
    }
}
