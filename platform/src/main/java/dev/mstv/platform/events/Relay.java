package dev.mstv.platform.events;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the modules of this process have stored, together with every other node that runs them. */
@Singleton
final class Relay implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration RENEWAL = ShardLeases.LEASE.dividedBy(4);
    private static final int LEAST_POOL = 4;
    private static final Duration END = Duration.ofSeconds(5);

    private final boolean canListen;
    private final Composition composition;
    private final @Nullable Transport transport;
    private final Bell bell;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Source> sources;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relay-", 0).factory());
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-leases").factory());

    Relay(
            Databases databases,
            Composition composition,
            EventStores stores,
            @Nullable Transport transport,
            Settings settings,
            Bell bell) {
        // Behind a pooler of transactions nobody can listen, and of a small pool no connection can be spared.
        this.canListen = !settings.database().pgBouncer() && settings.database().poolSize() >= LEAST_POOL;
        this.composition = composition;
        this.transport = transport;
        this.bell = bell;
        String node = UUID.randomUUID().toString();
        this.sources = databases.all().stream()
                .map(database -> new Source(
                        database.module(),
                        stores.outbox(database),
                        new ShardLeases(database, node),
                        new FarBell(database, bell)))
                .toList();
    }

    /** A module's store as the relay sees it. */
    private record Source(String module, Outbox outbox, ShardLeases leases, FarBell farBell) {

        /** What this node does not send itself, another may be woken for. */
        void committed(int shard) {
            if (!leases.held().contains(shard)) {
                farBell.ring(shard);
            }
        }
    }

    /** True if what is stored is sent to nobody, because no transport leads to where the subscribers are. */
    boolean mute() {
        return transport == null && !composition.modules().isEmpty();
    }

    /** True once this node takes part in the work, or has none to take part in. */
    boolean leased() {
        return transport == null
                || sources.stream().allMatch(source -> source.leases().registered());
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (transport == null) {
            if (mute()) {
                LOG.warn(
                        "Events are stored and sent to nobody: subscribers run in other processes, and no broker is on."
                                + " They are sent as soon as one is (ENABLE_KAFKA)");
            }
            return;
        }
        renew();
        Future<?> unused = renewal.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        for (Source source : sources) {
            if (canListen) {
                bell.also(source.module(), source::committed);
                threads.execute(source.farBell()::tell);
                threads.execute(source.farBell()::listen);
            }
            for (int lane = 0; lane < Bell.LANES; lane++) {
                threads.execute(new RelayLane(
                        source.module(), lane, source.outbox(), source.leases(), transport, bell, closed));
            }
        }
    }

    private void renew() {
        for (Source source : sources) {
            try {
                source.leases().renew();
            } catch (RuntimeException e) {
                // Thrown on, it would end the renewals for ever; as it is, the leases run out and others take over.
                LOG.warn("The leases of {} cannot be renewed now: {}", source.module(), e.getMessage());
            }
        }
    }

    /** Sends no more; what is under way comes to its end, and other nodes take over at once. */
    @PreDestroy
    void close() throws InterruptedException {
        closed.countDown();
        sources.forEach(source -> source.farBell().close());
        renewal.shutdown();
        threads.shutdown();
        // A renewal that is under way would take back what is released below.
        boolean unused = renewal.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Events are still being sent after {} s; they are sent again by another node", END.toSeconds());
            threads.shutdownNow();
        }
        for (Source source : transport == null ? List.<Source>of() : sources) {
            try {
                source.leases().release();
            } catch (Refusal refusal) {
                LOG.debug("Leases run out by themselves", refusal);
            }
        }
    }
}
