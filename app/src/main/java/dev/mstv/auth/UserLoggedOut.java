package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** A session has ended before its time. */
@Event.Type("user.logged_out")
public record UserLoggedOut(UUID userId, UUID sessionId) implements SessionEvent {}
