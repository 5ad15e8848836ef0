package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import java.util.Optional;
import java.util.UUID;

/** What happens to one-time tokens, which go to a user by mail. */
@Event.Topic("auth.events")
public sealed interface TokenEvent extends Event permits VerificationRequested, PasswordResetRequested {

    UUID userId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(userId());
    }
}
