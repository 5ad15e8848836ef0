package dev.mstv.platform.events.catalogue;

import dev.mstv.platform.events.EventTypes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every type of event that exists in this artifact, described from its record. A record with a component that has no JSON
 * Schema here makes an {@link IllegalStateException} that names it. Immutable.
 */
@Singleton
public final class Catalogue {

    private final List<CataloguedEvent> events;
    private final Map<String, CataloguedEvent> newest = new TreeMap<>();

    public Catalogue(EventTypes types) {
        this.events = types.all().stream().map(CataloguedEvent::of).toList();
        events.forEach(event -> newest.put(event.type().name(), event));
    }

    /** Every type in every version that has a record, by name and version. */
    public List<CataloguedEvent> all() {
        return events;
    }

    /** Every type in its newest version, by name. */
    public List<CataloguedEvent> newest() {
        return List.copyOf(newest.values());
    }

    /** A type in a version; empty if there is no record of it. */
    public Optional<CataloguedEvent> find(String name, int version) {
        return events.stream()
                .filter(event ->
                        event.type().name().equals(name) && event.type().version() == version)
                .findFirst();
    }

    /** A type in its newest version; empty if there is no such type. */
    public Optional<CataloguedEvent> newest(String name) {
        return Optional.ofNullable(newest.get(name));
    }
}
