package dev.mstv.payments.application;

import dev.mstv.payments.PaymentCaptured;
import dev.mstv.payments.PaymentDeclined;
import dev.mstv.payments.PaymentEvent;
import dev.mstv.payments.PaymentRefunded;
import dev.mstv.payments.domain.DuePayments;
import dev.mstv.payments.domain.DuePayments.Unsettled;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of payments, and how many are not settled, counted every few seconds. Thread-safe. */
@Singleton
final class PaymentFigures {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentFigures.class);

    private final DuePayments due;
    private final Clock clock;
    private final Counter captured;
    private final Counter declined;
    private final Counter refunded;
    private volatile @Nullable Unsettled latest;

    PaymentFigures(DuePayments due, MeterRegistry meters, Clock clock) {
        this.due = due;
        this.clock = clock;
        this.captured = counter(meters, "captured");
        this.declined = counter(meters, "declined");
        this.refunded = counter(meters, "refunded");
        gauge(meters, "mstv.payments.unsettled", "Neither charged nor declined, or to be given back", Unsettled::count);
        gauge(
                meters,
                "mstv.payments.unsettled.age.seconds",
                "Of the oldest of those",
                unsettled -> unsettled.oldest().toMillis() / 1000.0);
    }

    void count(PaymentEvent event) {
        Counter counter =
                switch (event) {
                    case PaymentCaptured any -> captured;
                    case PaymentDeclined any -> declined;
                    case PaymentRefunded any -> refunded;
                };
        counter.increment();
    }

    /** Those that are not settled now. */
    Unsettled unsettled() {
        Unsettled now = due.unsettled(clock.instant());
        latest = now;
        return now;
    }

    @Scheduled(fixedDelay = "5s")
    void refresh() {
        try {
            Unsettled unused = unsettled();
        } catch (Refusal refusal) {
            // The database is away, which health says by itself; nobody shall take old figures for new ones.
            latest = null;
            LOG.debug("Payments cannot be counted now", refusal);
        }
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Unsettled> value) {
        Gauge.builder(name, this, figures -> {
                    Unsettled known = figures.latest;
                    return known == null ? Double.NaN : value.applyAsDouble(known);
                })
                .description(description)
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("mstv.payments")
                .description("What became of payments")
                .tag("result", result)
                .register(meters);
    }
}
