package dev.mstv.payments.application;

import dev.mstv.payments.PaymentSettings;
import dev.mstv.payments.domain.DuePayments;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.platform.jobs.Worker;
import dev.mstv.platform.security.Encryption;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has payments settled from the start of the process to its end. Every node does so. */
@Singleton
final class SettlementWork implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementWork.class);
    private static final int THREADS = 4;

    private final PaymentSettings settings;
    private final TimeLimitedProvider provider;
    private final Worker worker;

    SettlementWork(
            PaymentSettings settings,
            DuePayments due,
            PaymentProvider provider,
            Encryption encryption,
            PaymentBooks books,
            Clock clock) {
        this.settings = settings;
        this.provider = new TimeLimitedProvider(provider, settings.timeout());
        // Two questions, and time to note the answer: what another node takes over is not under way here any more.
        Duration lease = settings.timeout().multipliedBy(3);
        this.worker =
                new Worker("payments", new Settlement(due, this.provider, encryption, books, lease, clock)::settleOne);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        switch (settings.provider()) {
            case SANDBOX -> LOG.info("Payments are made by the sandbox: no money moves (PAYMENT_PROVIDER)");
            case NONE -> LOG.warn("There is nobody to pay by: every payment is declined (PAYMENT_PROVIDER)");
        }
        worker.start(THREADS);
    }

    @PreDestroy
    void close() {
        worker.close();
        provider.close();
    }
}
