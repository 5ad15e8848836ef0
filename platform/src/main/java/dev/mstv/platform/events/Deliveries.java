package dev.mstv.platform.events;

import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.security.Encryption;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings events to the subscribers of this process. Thread-safe. */
@Singleton
public final class Deliveries {

    private final Map<String, ModuleInbox> inboxes;
    private final Map<String, List<Subscription>> subscriptions;
    private final EventTopics topics;

    Deliveries(
            List<Subscriber> subscribers,
            Databases databases,
            Composition composition,
            Encryption encryption,
            Transactions transactions,
            Settings settings,
            MeterRegistry meters,
            ImpersonalData impersonal,
            EventTopics topics,
            Clock clock) {
        this.topics = topics;
        this.subscriptions =
                subscribers.stream().map(Subscriber::subscription).collect(Collectors.groupingBy(Subscription::module));
        refuseTwins();
        DeliveryTimes times = new DeliveryTimes(meters, clock);
        this.inboxes = composition.modules().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        module -> new ModuleInbox(
                                module,
                                new Inbox(databases.of(module)),
                                new ParkedEvents(
                                        databases.of(module),
                                        new ParkedEnvelopes(encryption, new PersonKeys(encryption, module), impersonal),
                                        clock),
                                transactions,
                                settings.events(),
                                times)));
    }

    /**
     * Brings events to every subscriber that reads them. When it returns, each effect is stored, or the event is parked to
     * be tried again: neither is lost by a crash.
     *
     * @throws dev.mstv.platform.problem.Refusal if a module's database is away; the other modules have them all the same
     */
    void deliver(List<Envelope> events) {
        RuntimeException failure = null;
        for (String module : inboxes.keySet()) {
            try {
                deliver(module, events);
            } catch (RuntimeException e) {
                // Whatever it is, it is thrown on when the others have theirs.
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** As {@link #deliver(List)}, to the subscribers of one module. */
    public void deliver(String module, List<Envelope> events) {
        for (Subscription subscription : of(module)) {
            List<Envelope> wanted = events.stream()
                    .filter(event -> subscription.reads(event.type()))
                    .toList();
            if (!wanted.isEmpty()) {
                inbox(module).deliver(subscription, wanted);
            }
        }
    }

    /** Whether a subscriber of a module wants events of a type. */
    public boolean reads(String module, String type) {
        return of(module).stream().anyMatch(subscription -> subscription.reads(type));
    }

    /** The topics that the subscribers of a module read. */
    public Set<String> topics(String module) {
        return topics.of(of(module));
    }

    /** The modules of this process that have subscribers. */
    public Set<String> modules() {
        return subscriptions.keySet();
    }

    /** Notes something that arrived for a module and is no event, so that it is seen and held up by nobody. */
    public void bury(String module, Envelope unreadable, String error) {
        inbox(module).bury(unreadable, error);
    }

    Map<String, ModuleInbox> inboxes() {
        return inboxes;
    }

    List<Subscription> of(String module) {
        return subscriptions.getOrDefault(module, List.of());
    }

    ModuleInbox inbox(String module) {
        ModuleInbox inbox = inboxes.get(module);
        if (inbox == null) {
            throw new IllegalStateException("A subscriber of " + module + " is here, but not its module");
        }
        return inbox;
    }

    private void refuseTwins() {
        Set<String> names = new HashSet<>();
        subscriptions
                .values()
                .forEach(all -> all.forEach(subscription -> {
                    if (!names.add(subscription.name())) {
                        throw new IllegalStateException("Two subscribers are named " + subscription.name());
                    }
                }));
    }
}
