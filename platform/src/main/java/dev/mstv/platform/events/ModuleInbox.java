package dev.mstv.platform.events;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.config.EventSettings;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How events reach the subscribers of one module: many in one transaction, with a row in the inbox for each. If one
 * fails, all are taken one by one, and those that still fail are parked. If what they need is away they are parked
 * together, and how often they are tried meanwhile, by whoever may have it by now, does not count against them.
 */
final class ModuleInbox {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleInbox.class);
    private static final int TOGETHER = 256;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String module;
    private final Inbox inbox;
    private final ParkedEvents parked;
    private final Transactions transactions;
    private final EventSettings settings;
    private final DeliveryTimes times;
    // By subscriber: when it found last that what it needs is away. Another process may have it.
    private final Map<String, Long> away = new ConcurrentHashMap<>();

    ModuleInbox(
            String module,
            Inbox inbox,
            ParkedEvents parked,
            Transactions transactions,
            EventSettings settings,
            DeliveryTimes times) {
        this.module = module;
        this.inbox = inbox;
        this.parked = parked;
        this.transactions = transactions;
        this.settings = settings;
        this.times = times;
    }

    Inbox inbox() {
        return inbox;
    }

    void deliver(Subscription subscription, List<Envelope> events) {
        for (int from = 0; from < events.size(); from += TOGETHER) {
            List<Envelope> some = events.subList(from, Math.min(events.size(), from + TOGETHER));
            RuntimeException failure = taken(subscription, some);
            if (failure != null && Refusal.saysAway(failure)) {
                postpone(subscription, some, failure);
            } else if (failure != null && some.size() > 1) {
                some.forEach(event -> deliver(subscription, List.of(event)));
            } else if (failure != null) {
                park(subscription, some.getFirst(), failure);
            }
        }
    }

    /**
     * Tries one parked event of these subscribers that is due; false if there is none. Those of a subscriber that only
     * another release has are left to that.
     */
    boolean retryOne(Map<String, Subscription> subscriptions) {
        AtomicReference<@Nullable ParkedEvent> tried = new AtomicReference<>();
        try {
            return transactions.inTransaction(module, () -> {
                Optional<ParkedEvent> due = parked.due(trying(subscriptions));
                tried.set(due.orElse(null));
                due.ifPresent(event -> retry(event, Objects.requireNonNull(subscriptions.get(event.subscriber()))));
                return due.isPresent();
            });
        } catch (RuntimeException e) {
            ParkedEvent failed = tried.get();
            if (failed == null) {
                throw e;
            }
            if (Refusal.saysAway(e)) {
                away.put(failed.subscriber(), System.nanoTime());
            } else {
                failedAgain(failed, e);
            }
            return true;
        }
    }

    /** Lets events of erased persons pass the dead letters before them. */
    void giveWay() {
        inTransaction(() -> parked.giveWay().forEach(gone -> {
            LOG.warn("{} never takes {}, whose person is erased", gone.subscriber(), gone.event());
            Set<UUID> unused = inbox.enter(gone.subscriber(), List.of(gone.event()));
        }));
    }

    /** Takes a dead letter for done, in the current transaction. */
    void giveUp(StoredLetter letter) {
        Set<UUID> unused = inbox.enter(letter.subscriber(), List.of(letter.eventId()));
        parked.remove(letter.id(), letter.subscriber(), letter.stream());
    }

    void bury(Envelope unreadable, String error) {
        LOG.error("A dead letter of {}: {}, {}", module, unreadable, error);
        inTransaction(() -> parked.bury(module, unreadable, error));
    }

    // What an effect throws may be anything; it decides nothing but whether the event was taken.
    private @Nullable RuntimeException taken(Subscription subscription, List<Envelope> events) {
        try {
            List<Envelope> done = transactions.inTransaction(module, () -> take(subscription, events));
            done.forEach(event -> times.record(subscription.name(), event));
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private List<Envelope> take(Subscription subscription, List<Envelope> events) {
        String name = subscription.name();
        Set<UUID> heldUp = parked.heldUp(name, streams(events));
        Set<UUID> fresh = inbox.enter(
                name,
                events.stream()
                        .filter(event -> !heldUp.contains(event.stream()))
                        .map(Envelope::id)
                        .toList());
        List<Envelope> done = new ArrayList<>();
        for (Envelope event : events) {
            if (heldUp.contains(event.stream())) {
                parked.parkBehind(name, event);
            } else if (fresh.remove(event.id())) {
                done.add(event);
            }
        }
        if (!subscription.takesTogether()) {
            done.forEach(event -> take(subscription, event, List.of(event)));
        } else if (!done.isEmpty()) {
            take(subscription, done.getLast(), done);
        }
        return done;
    }

    private static void take(Subscription subscription, Envelope event, List<Envelope> events) {
        CallContext call = CallContext.ofEvent(event.id(), event.requestId(), Trace.continued(event.traceparent()));
        try {
            boolean unused = call.call(() -> {
                subscription.take(events);
                return true;
            });
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            // A bug of this effect, which must not end the thread that works for all of them.
            throw new IllegalStateException(e);
        }
    }

    private void park(Subscription subscription, Envelope event, RuntimeException failure) {
        if (settings.attempts() == 1) {
            LOG.error("{} cannot take {}: a dead letter", subscription.name(), event, failure);
            inTransaction(() -> parked.bury(subscription.name(), event, text(failure)));
        } else {
            LOG.warn("{} cannot take {} and tries again", subscription.name(), event, failure);
            inTransaction(() -> parked.parkFailed(subscription.name(), event, 1, text(failure), delay(1)));
        }
    }

    private List<String> trying(Map<String, Subscription> subscriptions) {
        long now = System.nanoTime();
        return subscriptions.keySet().stream()
                .filter(name -> now - away.getOrDefault(name, now - PAUSE.toNanos()) >= PAUSE.toNanos())
                .toList();
    }

    private void postpone(Subscription subscription, List<Envelope> events, RuntimeException failure) {
        String name = subscription.name();
        LOG.warn("{} takes {} events later: {}", name, events.size(), failure.getMessage());
        away.put(name, System.nanoTime());
        inTransaction(() -> {
            Set<UUID> heldUp = parked.heldUp(name, streams(events));
            for (Envelope event : events) {
                if (heldUp.add(event.stream())) {
                    parked.parkFailed(name, event, 0, text(failure), Duration.ZERO);
                } else {
                    parked.parkBehind(name, event);
                }
            }
        });
    }

    private static List<UUID> streams(List<Envelope> events) {
        return events.stream().map(Envelope::stream).distinct().toList();
    }

    private void retry(ParkedEvent due, Subscription subscription) {
        if (!inbox.enter(due.subscriber(), List.of(due.event().id())).isEmpty()) {
            take(subscription, due.event(), List.of(due.event()));
        }
        parked.remove(due.id(), due.subscriber(), due.event().stream());
    }

    private void failedAgain(ParkedEvent event, RuntimeException failure) {
        int attempts = event.attempts() + 1;
        if (attempts >= settings.attempts()) {
            LOG.error("{} cannot take {}: a dead letter", event.subscriber(), event.event(), failure);
            inTransaction(() -> parked.bury(event, text(failure)));
        } else {
            inTransaction(() -> parked.failed(event, text(failure), delay(attempts)));
        }
    }

    private Duration delay(int failures) {
        return new Backoff(settings.retryDelay(), settings.maxRetryDelay()).after(failures);
    }

    private void inTransaction(Runnable work) {
        boolean unused = transactions.inTransaction(module, () -> {
            work.run();
            return true;
        });
    }

    private static String text(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
