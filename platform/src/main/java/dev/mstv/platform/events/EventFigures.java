package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of each module's events has not arrived, counted every few seconds: for health and metrics, so that neither
 * costs more the more often it is asked. Thread-safe.
 */
@Singleton
final class EventFigures {

    private static final Logger LOG = LoggerFactory.getLogger(EventFigures.class);
    private static final Duration USABLE = Duration.ofSeconds(15);

    private final Databases databases;
    private final EventStores stores;
    private final Map<String, Figures> latest = new ConcurrentHashMap<>();

    EventFigures(Databases databases, EventStores stores, MeterRegistry meters) {
        this.databases = databases;
        this.stores = stores;
        for (Database database : databases.all()) {
            String module = database.module();
            gauge(
                    meters,
                    "mstv.events.outbox.waiting",
                    "Stored and not sent",
                    module,
                    figures -> figures.outbox.waiting());
            gauge(
                    meters,
                    "mstv.events.outbox.age.seconds",
                    "Of the oldest of those",
                    module,
                    figures -> seconds(figures.outbox.age()));
            gauge(
                    meters,
                    "mstv.events.parked.age.seconds",
                    "Of the oldest that is retried",
                    module,
                    figures -> seconds(figures.parked.oldest()));
            parked(meters, module, "dead", figures -> figures.parked.dead());
            parked(meters, module, "retrying", figures -> figures.parked.retrying());
            parked(meters, module, "waiting", figures -> figures.parked.waiting());
        }
    }

    /** Of one module, at a {@link System#nanoTime}. */
    record Figures(Outbox.Backlog outbox, Parked parked, long at) {}

    /** Those of a module that runs here, at most some seconds old. */
    Figures of(String module) {
        Figures known = latest.get(module);
        return known != null && System.nanoTime() - known.at < USABLE.toNanos() ? known : count(databases.of(module));
    }

    @Scheduled(fixedDelay = "5s")
    void refresh() {
        for (Database database : databases.all()) {
            try {
                Figures unused = count(database);
            } catch (Refusal refusal) {
                // The database is away, which health says by itself; nobody shall take old figures for new ones.
                latest.remove(database.module());
                LOG.debug("Events of {} cannot be counted now", database.module(), refusal);
            }
        }
    }

    private Figures count(Database database) {
        Figures figures =
                new Figures(stores.outbox(database).backlog(), new Letters(database).count(), System.nanoTime());
        latest.put(database.module(), figures);
        return figures;
    }

    private void parked(MeterRegistry meters, String module, String state, ToDoubleFunction<Figures> value) {
        Gauge.builder("mstv.events.parked", this, figures -> figures.value(module, value))
                .description("Events that a module's subscribers could not take")
                .tag("module", module)
                .tag("state", state)
                .register(meters);
    }

    private void gauge(
            MeterRegistry meters, String name, String description, String module, ToDoubleFunction<Figures> value) {
        Gauge.builder(name, this, figures -> figures.value(module, value))
                .description(description)
                .tag("module", module)
                .register(meters);
    }

    private double value(String module, ToDoubleFunction<Figures> value) {
        Figures known = latest.get(module);
        return known == null ? Double.NaN : value.applyAsDouble(known);
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }
}
