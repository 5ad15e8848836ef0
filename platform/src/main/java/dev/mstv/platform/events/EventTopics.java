package dev.mstv.platform.events;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** On which topic each type of event is published. Immutable. */
@Singleton
public final class EventTopics {

    private static final int PARTITIONS = 3;

    private final EventTypes types;

    EventTopics(EventTypes types) {
        this.types = types;
    }

    /** The topic of a type; of one that this release does not know, what its first word says. */
    public String of(String type) {
        return types.newest(type).map(EventType::topic).orElseGet(() -> type.replaceFirst("\\..*", "") + ".events");
    }

    /** Into how many partitions a topic is split when it is made. */
    public int partitions(String topic) {
        return types.newest().stream()
                .filter(type -> type.topic().equals(topic))
                .map(EventType::partitions)
                .findFirst()
                .orElse(PARTITIONS);
    }

    /** The topics that subscribers to these subscriptions need. */
    Set<String> of(Collection<Subscription> subscriptions) {
        return subscriptions.stream().anyMatch(Subscription::readsAll)
                ? types.newest().stream().map(EventType::topic).collect(Collectors.toSet())
                : subscriptions.stream()
                        .flatMap(subscription -> subscription.shapes().keySet().stream())
                        .map(this::of)
                        .collect(Collectors.toSet());
    }
}
