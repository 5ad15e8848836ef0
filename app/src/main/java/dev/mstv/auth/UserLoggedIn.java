package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user has signed in somewhere. */
@Event.Type("user.logged_in")
public record UserLoggedIn(
        UUID userId,
        UUID sessionId,
        @Nullable String ipAddress,
        @Nullable String userAgent) implements SessionEvent {}
