package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.MailState;
import dev.mstv.notifications.domain.PendingMail;
import dev.mstv.notifications.domain.PendingMails;
import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.platform.events.Backoff;
import dev.mstv.platform.mail.Handover;
import dev.mstv.platform.mail.Mailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one mail after the other, each until it is taken, refused, too late, or tried too often. */
final class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    // Longer than the mailer may take: a mail that another node takes over is not on its way here any more.
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** About a day, with these pauses. */
    private static final int MOST_ATTEMPTS = 100;

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

    private final PendingMails mails;
    private final Recipients recipients;
    private final MailWriter writer;
    private final Mailer mailer;
    private final MailFigures figures;
    private final Clock clock;

    MailSender(
            PendingMails mails,
            Recipients recipients,
            MailWriter writer,
            Mailer mailer,
            MailFigures figures,
            Clock clock) {
        this.mails = mails;
        this.recipients = recipients;
        this.writer = writer;
        this.mailer = mailer;
        this.figures = figures;
        this.clock = clock;
    }

    /** Sends one that is due; false if there is none. */
    boolean sendOne() {
        Optional<PendingMail> claimed = mails.claim(clock.instant(), LEASE);
        claimed.ifPresent(mail -> settle(mail, attempt(mail)));
        return claimed.isPresent();
    }

    private Handover attempt(PendingMail mail) {
        if (mail.link() != null && clock.instant().isAfter(mail.link().validUntil())) {
            return new Handover.Refused("its link is over");
        }
        Optional<Recipient> recipient = recipients.find(mail.notification().userId());
        if (recipient.isEmpty() || !writer.mayGoTo(recipient.get(), mail)) {
            return new Handover.Failed("the address that it is for is not known here, or not yet");
        }
        try {
            return mailer.send(writer.write(mail, recipient.get()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            // A mail that cannot be written must not hold up those that can.
            LOG.error("Mail {} cannot be written", mail.notification().id(), e);
            return new Handover.Failed(String.valueOf(e.getMessage()));
        }
    }

    private void settle(PendingMail mail, Handover handover) {
        switch (handover) {
            case Handover.Taken() -> {
                mails.settle(mail, MailState.SENT);
                figures.sent();
            }
            case Handover.Refused(var reason) -> fail(mail, reason);
            case Handover.Failed(var reason) when mail.attempt() >= MOST_ATTEMPTS -> fail(mail, reason);
            case Handover.Failed(var reason) -> postpone(mail, reason);
        }
    }

    private void fail(PendingMail mail, String reason) {
        mails.settle(mail, MailState.FAILED);
        figures.failed();
        LOG.error(
                "Mail {} ({}) is given up after attempt {}: {}",
                mail.notification().id(),
                mail.notification().template(),
                mail.attempt(),
                reason);
    }

    private void postpone(PendingMail mail, String reason) {
        Instant until = clock.instant().plus(PAUSES.after(mail.attempt()));
        mails.postpone(mail, until);
        figures.postponed();
        LOG.warn("Mail {} is tried again at {}: {}", mail.notification().id(), until, reason);
    }
}
