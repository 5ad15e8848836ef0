package dev.mstv.notifications.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What became of attempts to send mails, as metrics. */
@Singleton
final class MailFigures {

    private final Counter sent;
    private final Counter failed;
    private final Counter postponed;

    MailFigures(MeterRegistry meters) {
        this.sent = counter(meters, "sent");
        this.failed = counter(meters, "failed");
        this.postponed = counter(meters, "postponed");
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void postponed() {
        postponed.increment();
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("mstv.mail")
                .description("Attempts to send a mail")
                .tag("result", result)
                .register(meters);
    }
}
