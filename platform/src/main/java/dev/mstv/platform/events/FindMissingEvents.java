package dev.mstv.platform.events;

import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import java.util.Set;
import java.util.UUID;

/** Those of the events that a module's store does not have. */
@UseCase(value = "module.find_missing_events", access = Access.INTERNAL)
public record FindMissingEvents(String module, Set<UUID> events) implements Query<Set<UUID>>, OfModule {

    public FindMissingEvents {
        events = Set.copyOf(events);
    }
}
