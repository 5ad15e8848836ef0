package dev.mstv.users;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user is different in what {@code changes} holds. */
@Event.Type("user.updated")
public record UserUpdated(UUID userId, Changes changes) implements UserEvent {

    /** The new values; null where nothing changed. A name that was taken away is empty. */
    public record Changes(
            @Nullable @Personal String email,
            @Nullable @Personal String name,
            @Nullable String role) {}
}
