package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.SealedLink;
import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails the tokens by which people prove who they are. */
@Singleton
final class SendTokens implements Subscriber {

    private final Notifier notifier;

    SendTokens(Notifier notifier) {
        this.notifier = notifier;
    }

    private record TokenRequested(
            UUID userId, String token, @Nullable String address, Instant validUntil) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("notifications.tokens")
                .on(
                        "user.verification_requested",
                        TokenRequested.class,
                        (event, about) -> send(event, Template.VERIFICATION, about))
                .on(
                        "user.password_reset_requested",
                        TokenRequested.class,
                        (event, about) -> send(event, Template.PASSWORD_RESET, about));
    }

    private void send(TokenRequested event, Template template, Envelope about) {
        if (event.address() != null) {
            SealedLink link = new SealedLink(event.token(), event.address(), event.validUntil());
            notifier.tell(event.userId(), template, link, about);
        }
    }
}
