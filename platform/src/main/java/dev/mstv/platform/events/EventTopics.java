package dev.mstv.platform.events;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** On which topic each type of event is published: that of the interface which the events of a module share. */
@Singleton
public final class EventTopics {

    private static final int PARTITIONS = 3;

    private final Map<String, String> topics = new HashMap<>();
    private final Map<String, Integer> partitions = new TreeMap<>();

    EventTopics() {
        for (BeanIntrospection<?> known : BeanIntrospector.SHARED.findIntrospections(Event.Type.class)) {
            Class<?> type = known.getBeanType();
            topic(type).ifPresent(topic -> {
                topics.put(type.getAnnotation(Event.Type.class).value(), topic.value());
                partitions.put(topic.value(), topic.partitions());
            });
        }
    }

    /** The topic of a type; of one that this release does not know, what its first word says. */
    public String of(String type) {
        String known = topics.get(type);
        return known != null ? known : type.replaceFirst("\\..*", "") + ".events";
    }

    /** Every topic that this release knows. */
    public Set<String> all() {
        return Set.copyOf(partitions.keySet());
    }

    /** Into how many partitions a topic is split when it is made. */
    public int partitions(String topic) {
        return partitions.getOrDefault(topic, PARTITIONS);
    }

    /** The topics that subscribers to these subscriptions need. */
    Set<String> of(Collection<Subscription> subscriptions) {
        if (subscriptions.stream().anyMatch(Subscription::readsAll)) {
            return all();
        }
        Set<String> wanted = new TreeSet<>();
        subscriptions.forEach(subscription -> subscription.shapes().keySet().forEach(type -> wanted.add(of(type))));
        return wanted;
    }

    private static Optional<Event.Topic> topic(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Event.Topic.class)).or(() -> Arrays.stream(type.getInterfaces())
                .flatMap(shared -> topic(shared).stream())
                .findFirst());
    }
}
