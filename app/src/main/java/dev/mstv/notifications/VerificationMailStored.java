package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;

/**
 * Someone is asked to prove that an address is theirs.
 *
 * @param to the address as it was when the mail was stored
 */
@Event.Type("email.verification")
public record VerificationMailStored(UUID userId, @Personal String to, String template) implements EmailEvent {}
