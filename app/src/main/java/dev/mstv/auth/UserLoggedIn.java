package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user has signed in somewhere. */
@Event.Type("user.logged_in")
public record UserLoggedIn(
        UUID userId,
        UUID sessionId,
        @Nullable @Personal String ipAddress,
        @Nullable @Personal String userAgent) implements SessionEvent {}
