package dev.mstv.notifications.application;

import dev.mstv.notifications.EmailEvent;
import dev.mstv.notifications.OrderPaidMailStored;
import dev.mstv.notifications.OrderPaymentFailedMailStored;
import dev.mstv.notifications.OrderRefundedMailStored;
import dev.mstv.notifications.PasswordResetMailStored;
import dev.mstv.notifications.VerificationMailStored;
import dev.mstv.notifications.WelcomeMailStored;
import dev.mstv.notifications.domain.MailState;
import dev.mstv.notifications.domain.Notification;
import dev.mstv.notifications.domain.Notifications;
import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.notifications.domain.SealedLink;
import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.mail.Mailer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores notifications. */
@Singleton
final class Notifier {

    private final Recipients recipients;
    private final Notifications notifications;
    private final MailState first;
    private final Clock clock;

    Notifier(Recipients recipients, Notifications notifications, @Nullable Mailer mailer, Clock clock) {
        this.recipients = recipients;
        this.notifications = notifications;
        this.first = mailer == null ? MailState.STORED_ONLY : MailState.PENDING;
        this.clock = clock;
    }

    /**
     * Stores one for a person, in the transaction of the effect, unless they are erased.
     *
     * @throws UnknownRecipientException if they are not known yet
     */
    void tell(UUID userId, Template template, @Nullable SealedLink link, Envelope cause) {
        store(userId, template, null, link, cause);
    }

    /** As {@link #tell}, about an order. */
    void tellOfOrder(UUID userId, Template template, UUID order, Envelope cause) {
        store(userId, template, order, null, cause);
    }

    private void store(
            UUID userId, Template template, @Nullable UUID order, @Nullable SealedLink link, Envelope cause) {
        Optional<Recipient> recipient = recipients.hold(userId);
        if (recipient.isPresent()) {
            notifications.add(
                    Notification.about(
                            template,
                            order,
                            userId,
                            Ids.next(clock),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            first),
                    cause.id(),
                    first == MailState.PENDING ? link : null,
                    event(template, order, userId, recipient.get().email()));
        } else if (!recipients.erased(userId)) {
            throw new UnknownRecipientException(userId);
        }
    }

    private static EmailEvent event(Template template, @Nullable UUID order, UUID userId, String to) {
        return switch (template) {
            case WELCOME -> new WelcomeMailStored(userId, to, template.label());
            case VERIFICATION -> new VerificationMailStored(userId, to, template.label());
            case PASSWORD_RESET -> new PasswordResetMailStored(userId, to, template.label());
            case ORDER_PAID -> new OrderPaidMailStored(userId, to, template.label(), of(order));
            case ORDER_PAYMENT_FAILED -> new OrderPaymentFailedMailStored(userId, to, template.label(), of(order));
            case ORDER_REFUNDED -> new OrderRefundedMailStored(userId, to, template.label(), of(order));
        };
    }

    private static UUID of(@Nullable UUID order) {
        if (order == null) {
            throw new IllegalArgumentException("It does not say which order it is about");
        }
        return order;
    }
}
