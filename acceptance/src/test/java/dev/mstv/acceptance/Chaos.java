package dev.mstv.acceptance;

import dev.mstv.acceptance.Topics.Arrival;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A cluster under load in which things are killed; afterwards everything runs and is quiet. */
final class Chaos implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final ChaosPlan plan;
    private final Cluster cluster;
    private final Ledger ledger = new Ledger();
    private final Killer killer;
    private final Effects effects;

    Chaos(ChaosPlan plan) {
        this.plan = plan;
        this.cluster = new Cluster(plan.kafka(), plan.redis());
        this.effects = new Effects(cluster.database()).probed();
        List<Victim> victims = cluster.victims().stream()
                .filter(victim -> plan.victims().contains(victim.kind()))
                .toList();
        this.killer = new Killer(victims, outboxes(), ledger::acknowledged, plan.seed());
    }

    void run() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(new Client(cluster.nodes(), ledger, end));
            }
            try {
                killer.kill(plan.kills());
            } finally {
                end.countDown();
                clients.shutdown();
                boolean unused = clients.awaitTermination(QUIET.toSeconds(), TimeUnit.SECONDS);
            }
        }
        awaitCalm();
    }

    /** Until nothing waits and, for a while, nothing happens: effects may store events that have effects of their own. */
    private void awaitCalm() {
        AtomicLong since = new AtomicLong(System.nanoTime());
        AtomicInteger before = new AtomicInteger();
        // What never gets calm the assertions find.
        boolean unused = Polling.until(QUIET, () -> {
            int stored = store().ids().size();
            boolean waiting = outboxes().unsent() + outboxes().parked() > 0
                    || effects.recorded().size() < stored
                    || effects.of("auth.forget_user").size()
                            < store().ids("user.deleted").size();
            if (waiting || before.getAndSet(stored) != stored) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > CALM.toNanos();
        });
    }

    ChaosPlan plan() {
        return plan;
    }

    Ledger ledger() {
        return ledger;
    }

    Killer killer() {
        return killer;
    }

    Store store() {
        return new Store(cluster.database());
    }

    Effects effects() {
        return effects;
    }

    List<Node> nodes() {
        return cluster.nodes();
    }

    Outboxes outboxes() {
        return new Outboxes(cluster.database());
    }

    /** Everything on the broker; nothing where there is none. */
    List<Arrival> arrivals() {
        if (!plan.kafka()) {
            return List.of();
        }
        try (Topics topics = new Topics(cluster.kafka().bootstrapServers())) {
            return topics.all();
        }
    }

    /** What the subscribers of the audit trail have noted at the broker to have read. */
    List<String> read() {
        if (!plan.kafka()) {
            return List.of();
        }
        try (Topics topics = new Topics(cluster.kafka().bootstrapServers())) {
            return topics.read("mstv.audit");
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
