package dev.mstv.platform.events;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries parked events again when they are due. Every node does so; each event is tried by one at a time. */
@Singleton
final class Retries implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private static final Duration END = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Duration remembered;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("retries-", 0).factory());

    Retries(Deliveries deliveries, Settings settings) {
        this.deliveries = deliveries;
        // Longer than a broker keeps what it might send again.
        this.remembered = settings.events().retention().plus(Duration.ofDays(1));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        for (String module : deliveries.modules()) {
            Map<String, Subscription> subscriptions =
                    deliveries.of(module).stream().collect(Collectors.toMap(Subscription::name, Function.identity()));
            ModuleInbox inbox = deliveries.inboxes().get(module);
            if (inbox != null) {
                threads.execute(() -> retry(inbox, subscriptions));
            }
        }
    }

    private void retry(ModuleInbox inbox, Map<String, Subscription> subscriptions) {
        int failures = 0;
        Duration pause = Duration.ZERO;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    pause = inbox.retryOne(subscriptions) ? Duration.ZERO : LOOK;
                    failures = 0;
                } catch (RuntimeException e) {
                    // The database is away, most likely; what is parked stays parked until it is back.
                    pause = BACKOFF.after(++failures);
                    LOG.debug("Parked events cannot be tried now", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetOldInboxes() {
        deliveries.inboxes().values().forEach(inbox -> inbox.inbox().forget(remembered));
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    void letTheErasedPass() {
        for (ModuleInbox inbox : deliveries.inboxes().values()) {
            try {
                inbox.giveWay();
            } catch (Refusal refusal) {
                LOG.debug("Dead letters stay where they are until the module's database is back", refusal);
            }
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
