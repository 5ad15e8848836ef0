package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.PendingMails;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.platform.jobs.Worker;
import dev.mstv.platform.mail.Mailer;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has mails sent from the start of the process to its end, or says that none are. */
@Singleton
final class MailDelivery implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int THREADS = 4;

    private final @Nullable Worker worker;

    MailDelivery(
            PendingMails mails,
            Recipients recipients,
            MailWriter writer,
            @Nullable Mailer mailer,
            MailFigures figures,
            Clock clock) {
        this.worker = mailer == null
                ? null
                : new Worker("mails", new MailSender(mails, recipients, writer, mailer, figures, clock)::sendOne);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (worker == null) {
            LOG.warn("Mails are stored and not sent (ENABLE_EMAIL_SERVICE)");
        } else {
            worker.start(THREADS);
        }
    }

    @PreDestroy
    void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
