package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;

/**
 * Someone gets what they need to choose another password.
 *
 * @param to the address as it was when the mail was stored
 */
@Event.Type("email.password_reset")
public record PasswordResetMailStored(UUID userId, @Personal String to, String template) implements EmailEvent {}
