package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import java.util.Optional;
import java.util.UUID;

/** What happens to a session. */
@Event.Topic("auth.events")
public sealed interface SessionEvent extends Event permits UserLoggedIn, UserLoggedOut, TokenRefreshed {

    UUID sessionId();

    UUID userId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(userId());
    }
}
