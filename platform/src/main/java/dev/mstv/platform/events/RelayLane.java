package dev.mstv.platform.events;

import dev.mstv.platform.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a module has stored in some of its shards: reads a batch, hands it to the transport, marks it as published,
 * one after the other and each by itself, so that nothing is held while a broker is waited for.
 */
final class RelayLane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLane.class);
    // Only a safety net: a commit in this process rings.
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final String module;
    private final int lane;
    private final Outbox outbox;
    private final ShardLeases leases;
    private final Transport transport;
    private final Bell bell;
    private final CountDownLatch closed;

    RelayLane(
            String module,
            int lane,
            Outbox outbox,
            ShardLeases leases,
            Transport transport,
            Bell bell,
            CountDownLatch closed) {
        this.module = module;
        this.lane = lane;
        this.outbox = outbox;
        this.leases = leases;
        this.transport = transport;
        this.bell = bell;
        this.closed = closed;
    }

    /** Until it is closed, and has marked what it sends at that moment, or is interrupted. */
    @Override
    public void run() {
        int failures = 0;
        try {
            while (closed.getCount() > 0) {
                try {
                    if (!sendSome()) {
                        boolean unused = bell.await(module, lane, LOOK);
                    }
                    failures = 0;
                } catch (RuntimeException e) {
                    // Whatever it is, the events are still there, and giving up would be for ever.
                    failures++;
                    log(failures, e);
                    boolean unused = bell.await(module, lane, BACKOFF.after(failures));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sendSome() throws InterruptedException {
        Set<Integer> shards =
                leases.held().stream().filter(shard -> Bell.lane(shard) == lane).collect(Collectors.toSet());
        if (shards.isEmpty()) {
            return false;
        }
        List<Envelope> events = outbox.unpublished(shards);
        if (events.isEmpty()) {
            return false;
        }
        transport.send(events);
        outbox.markPublished(events);
        return true;
    }

    private void log(int failures, RuntimeException e) {
        if (failures == 1 && !(e instanceof Refusal)) {
            LOG.warn("Events of {} cannot be sent and wait", module, e);
        } else if (failures == 1) {
            LOG.warn("Events of {} cannot be sent and wait: {}", module, e.getMessage());
        }
    }
}
