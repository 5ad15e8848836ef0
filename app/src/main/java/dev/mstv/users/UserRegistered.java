package dev.mstv.users;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone has an account now, by their own doing or an administrator's. */
@Event.Type("user.registered")
public record UserRegistered(
        UUID userId,
        @Personal String email,
        @Nullable @Personal String name,
        String role) implements UserEvent {}
