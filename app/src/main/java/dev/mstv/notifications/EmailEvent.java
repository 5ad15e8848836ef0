package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import java.util.Optional;
import java.util.UUID;

/** A mail is stored to be sent. */
@Event.Topic(value = "email.events", partitions = 2)
public sealed interface EmailEvent extends Event
        permits WelcomeMailStored,
                VerificationMailStored,
                PasswordResetMailStored,
                OrderPaidMailStored,
                OrderPaymentFailedMailStored,
                OrderRefundedMailStored {

    UUID userId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(userId());
    }
}
