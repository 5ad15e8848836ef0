package dev.mstv.platform.events;

import io.micronaut.core.reflect.ClassUtils;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a type of event from its record.
 *
 * @param name logical name, such as {@code user.registered}
 * @param version of its schema, from 1
 * @param topic where it is published, such as {@code user.events}
 * @param partitions of the topic, where this process makes it
 * @param module whose event it is; null if its package is no module's
 */
public record EventType(
        String name,
        int version,
        String topic,
        int partitions,
        @Nullable String module,
        Class<? extends Event> event) {

    /** Identifies its schema wherever it lies; {@code dataschema} of CloudEvents. */
    public String schemaId() {
        return "urn:mstv:event:" + name + ":" + version;
    }

    static EventType of(Class<?> type, Collection<String> modules) {
        Event.Type named = type.getAnnotation(Event.Type.class);
        if (named == null || !type.isRecord() || !Event.class.isAssignableFrom(type)) {
            throw new IllegalStateException(type.getName() + " is no record of an Event with @Event.Type");
        }
        if (named.version() < 1) {
            throw new IllegalStateException(
                    "The version of " + named.value() + " is " + named.version() + ", not from 1");
        }
        Event.Topic topic = topic(type);
        return new EventType(
                named.value(),
                named.version(),
                topic.value(),
                topic.partitions(),
                module(type, modules),
                type.asSubclass(Event.class));
    }

    private static Event.Topic topic(Class<?> type) {
        List<Event.Topic> topics = ClassUtils.resolveHierarchy(type).stream()
                .flatMap(above -> Stream.ofNullable(above.getAnnotation(Event.Topic.class)))
                .distinct()
                .toList();
        if (topics.size() != 1) {
            throw new IllegalStateException(type.getName() + " needs an interface with one @Event.Topic, but has "
                    + topics.stream().map(Event.Topic::value).toList());
        }
        return topics.getFirst();
    }

    private static @Nullable String module(Class<?> type, Collection<String> modules) {
        return Arrays.stream(type.getPackageName().split("\\."))
                .filter(modules::contains)
                .findFirst()
                .orElse(null);
    }
}
