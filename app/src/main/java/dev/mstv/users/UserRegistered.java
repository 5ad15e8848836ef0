package dev.mstv.users;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone has an account now, by their own doing or an administrator's. */
@Event.Type("user.registered")
public record UserRegistered(
        UUID userId, String email, @Nullable String name, String role) implements UserEvent {}
