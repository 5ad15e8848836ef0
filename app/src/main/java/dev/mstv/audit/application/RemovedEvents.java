package dev.mstv.audit.application;

import dev.mstv.audit.Verification.BrokenEvent;
import dev.mstv.audit.application.Trail.Known;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.events.FindMissingEvents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events that the trail knows and their stores do not have: no chain tells that its last links are gone. */
@Singleton
final class RemovedEvents {

    private static final int TOGETHER = 2_000;

    private final Trail trail;
    private final Bus bus;

    RemovedEvents(Trail trail, Bus bus) {
        this.trail = trail;
        this.bus = bus;
    }

    /** The oldest one of the modules. */
    Optional<BrokenEvent> first(Set<String> modules) {
        UUID after = null;
        List<Known> some = next(after);
        while (!some.isEmpty()) {
            Optional<Known> gone = firstGone(some, modules);
            if (gone.isPresent()) {
                return gone.map(RemovedEvents::removed);
            }
            after = some.getLast().eventId();
            some = next(after);
        }
        return Optional.empty();
    }

    private List<Known> next(@Nullable UUID after) {
        return trail.known(after, TOGETHER);
    }

    private Optional<Known> firstGone(List<Known> some, Set<String> modules) {
        Set<UUID> gone = modules.stream()
                .flatMap(module -> bus.ask(new FindMissingEvents(module, eventsOf(module, some))).stream())
                .collect(Collectors.toSet());
        return some.stream().filter(known -> gone.contains(known.eventId())).findFirst();
    }

    private static Set<UUID> eventsOf(String module, List<Known> some) {
        return some.stream()
                .filter(known -> known.module().equals(module))
                .map(Known::eventId)
                .collect(Collectors.toSet());
    }

    private static BrokenEvent removed(Known known) {
        return new BrokenEvent(known.module(), known.subject(), known.sequence(), known.eventId(), "removed");
    }
}
