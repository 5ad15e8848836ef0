package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A projection in whose making something happens when the store has been copied, and before the rest of it is. */
record Interrupted<E>(Projection<E> projection, Runnable happening) implements Projection<E> {

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public Map<String, Class<? extends E>> reads() {
        return projection.reads();
    }

    @Override
    public Subscription subscription() {
        return projection.subscription();
    }

    @Override
    public void create(long generation) {
        projection.create(generation);
    }

    @Override
    public void complete(long generation) {
        happening.run();
        projection.complete(generation);
    }

    @Override
    public boolean kept(long generation) {
        return projection.kept(generation);
    }

    @Override
    public void apply(long generation, List<Happened<E>> events) {
        projection.apply(generation, events);
    }

    @Override
    public Map<UUID, Long> versions(long generation, Set<UUID> streams) {
        return projection.versions(generation, streams);
    }

    @Override
    public void drop(long generation) {
        projection.drop(generation);
    }
}
