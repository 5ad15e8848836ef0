package dev.mstv.users;

import dev.mstv.platform.events.Event;
import java.util.Optional;
import java.util.UUID;

/** What happens to a user. */
@Event.Topic("user.events")
public sealed interface UserEvent extends Event
        permits UserRegistered, UserUpdated, UserPasswordChanged, UserEmailVerified, UserDeleted {

    UUID userId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(userId());
    }
}
