package dev.mstv.users;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** A user has proved that their e-mail address is theirs. */
@Event.Type("user.email_verified")
public record UserEmailVerified(UUID userId) implements UserEvent {}
