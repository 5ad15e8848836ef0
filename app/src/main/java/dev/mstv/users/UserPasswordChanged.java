package dev.mstv.users;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** A user has a new password. */
@Event.Type("user.password_changed")
public record UserPasswordChanged(UUID userId) implements UserEvent {}
