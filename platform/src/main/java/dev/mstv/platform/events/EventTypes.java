package dev.mstv.platform.events;

import dev.mstv.platform.composition.Composition;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The types of event that exist in this artifact, whether their modules run in this process or not. Two records of one
 * type and version, and a record without a topic, stop the start. Immutable.
 */
@Context
public final class EventTypes {

    private final Map<String, TreeMap<Integer, EventType>> types = new TreeMap<>();

    @Inject
    EventTypes(Composition composition) {
        this(
                composition.all(),
                BeanIntrospector.SHARED.findIntrospections(Event.Type.class).stream()
                        .<Class<?>>map(BeanIntrospection::getBeanType)
                        .toList());
    }

    private EventTypes(Collection<String> modules, Collection<? extends Class<?>> records) {
        records.forEach(type -> add(EventType.of(type, modules)));
    }

    /** Those of the given records alone, of none of our modules. */
    public static EventTypes of(Class<?>... records) {
        return new EventTypes(List.of(), List.of(records));
    }

    private void add(EventType type) {
        EventType other =
                types.computeIfAbsent(type.name(), any -> new TreeMap<>()).put(type.version(), type);
        if (other != null) {
            throw new IllegalStateException("Two records of " + type.name() + " version " + type.version() + ": "
                    + other.event().getName() + " and " + type.event().getName());
        }
    }

    /** Every type in every version that has a record, by name and version. */
    public List<EventType> all() {
        return types.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** Every type in its newest version, by name. */
    public List<EventType> newest() {
        return types.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .toList();
    }

    /** A type in one version; empty if there is no record of it here. */
    Optional<EventType> find(String name, int version) {
        return Optional.ofNullable(types.get(name)).map(versions -> versions.get(version));
    }

    /** A type in its newest version, which is the one that is written; empty if there is no such type. */
    public Optional<EventType> newest(String name) {
        return Optional.ofNullable(types.get(name))
                .map(versions -> versions.lastEntry().getValue());
    }
}
