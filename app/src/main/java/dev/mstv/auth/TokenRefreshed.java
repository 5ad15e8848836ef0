package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** A session goes on with new tokens. */
@Event.Type("token.refreshed")
public record TokenRefreshed(UUID userId, UUID sessionId, UUID tokenId) implements SessionEvent {}
