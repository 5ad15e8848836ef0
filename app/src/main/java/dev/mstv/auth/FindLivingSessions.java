package dev.mstv.auth;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import java.util.Set;
import java.util.UUID;

/** Asks which of some sessions have not ended, at this moment. */
@UseCase(value = "auth.find_living_sessions", access = Access.INTERNAL)
public record FindLivingSessions(Set<UUID> sessions) implements Query<Set<UUID>> {

    public FindLivingSessions {
        sessions = Set.copyOf(sessions);
    }
}
