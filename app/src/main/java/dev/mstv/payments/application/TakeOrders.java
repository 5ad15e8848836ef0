package dev.mstv.payments.application;

import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.Origin;
import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.Payments;
import dev.mstv.payments.domain.Purchase;
import dev.mstv.payments.domain.SealedToken;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes what is to be charged and what is to go back, in whichever order it is told; {@link Settlement} does it. */
@Singleton
final class TakeOrders implements Subscriber {

    private final Payments payments;
    private final Clock clock;

    TakeOrders(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    private record Total(String amount, String currency) {}

    private record OrderPlaced(
            UUID orderId,
            UUID userId,
            Total total,
            @Nullable String paymentToken) {

        @Override
        public String toString() {
            return "OrderPlaced[" + orderId + ']';
        }
    }

    private record OrderCancelled(UUID orderId, UUID userId, Total total) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("payments.orders")
                .on("order.placed", OrderPlaced.class, this::charge)
                .on("order.cancelled", OrderCancelled.class, this::giveBack);
    }

    // Without a token its owner is erased.
    private void charge(OrderPlaced order, Envelope about) {
        String sealed = order.paymentToken();
        SealedToken token = sealed == null || payments.erased(order.userId()) ? null : new SealedToken(sealed);
        Payment unused = open(order.orderId(), order.userId(), order.total(), token, about);
    }

    private void giveBack(OrderCancelled order, Envelope about) {
        Payment payment = open(order.orderId(), order.userId(), order.total(), null, about);
        payments.save(payment.withOrderCancelled(origin(about)));
    }

    private Payment open(UUID orderId, UUID userId, Total total, @Nullable SealedToken token, Envelope about) {
        Purchase purchase = new Purchase(orderId, userId, Money.of(total.amount(), total.currency()));
        return payments.open(Payment.due(
                Ids.next(clock), purchase, token, origin(about), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Origin origin(Envelope about) {
        return new Origin(about.id(), about.requestId(), about.traceparent());
    }
}
