package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;

/**
 * Someone new is welcomed.
 *
 * @param to the address as it was when the mail was stored
 */
@Event.Type("email.welcome")
public record WelcomeMailStored(UUID userId, @Personal String to, String template) implements EmailEvent {}
