package dev.mstv.payments.domain;

import dev.mstv.payments.Amount;
import dev.mstv.payments.PaymentCaptured;
import dev.mstv.payments.PaymentDeclined;
import dev.mstv.payments.PaymentEvent;
import dev.mstv.payments.PaymentRefunded;
import dev.mstv.payments.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is charged for one order; immutable, a change gives another one. What is learned of it twice, or too late to matter,
 * changes nothing.
 *
 * @param id also the key by which the provider tells a repeated charge from a second one
 * @param orderCancelled whether nothing is to be charged for the order any more, and what was charged is to go back
 * @param token null once it is not needed any more, or its owner is erased
 * @param reference what the provider calls the charge; null if there is none
 * @param reason why it was declined or given back; null if neither
 * @param origin because of what it is charged, or given back
 * @param version how many events the stored payment is made of; 0 if there are none yet
 * @param changes what happened since then
 */
public record Payment(
        UUID id,
        Purchase purchase,
        PaymentStatus status,
        boolean orderCancelled,
        @Nullable SealedToken token,
        @Nullable String reference,
        @Nullable String reason,
        Origin origin,
        Instant createdAt,
        long version,
        List<PaymentEvent> changes) {

    private static final String RECONCILED = "reconciled";

    public Payment {
        changes = List.copyOf(changes);
    }

    /**
     * A new one.
     *
     * @param token null if nothing can be charged
     */
    public static Payment due(UUID id, Purchase purchase, @Nullable SealedToken token, Origin origin, Instant now) {
        return new Payment(id, purchase, PaymentStatus.PENDING, false, token, null, null, origin, now, 0, List.of());
    }

    /**
     * What is to be done.
     *
     * @param tried whether somebody has begun to do something about it before, and nobody knows how that ended
     */
    public Step next(boolean tried) {
        return switch (status) {
            case PENDING ->
                !orderCancelled && token != null
                        ? (tried ? Step.ASK : Step.CHARGE)
                        : (tried ? Step.REVERSE : Step.DECLINE);
            case CAPTURED -> orderCancelled ? Step.REVERSE : Step.NOTHING;
            case DECLINED, REFUNDED -> Step.NOTHING;
        };
    }

    /** Whether something is to be done. */
    public boolean unsettled() {
        return next(true) != Step.NOTHING;
    }

    /** For an order that is not wanted any more: nothing is charged from now on, and what was charged goes back. */
    public Payment withOrderCancelled(Origin cancellation) {
        return orderCancelled
                ? this
                : new Payment(
                        id, purchase, status, true, null, reference, reason, cancellation, createdAt, version, changes);
    }

    /**
     * About which the provider has said what came of it.
     *
     * @param asked whether it had to be asked for that afterwards
     */
    public Payment charged(Charge charge, boolean asked) {
        return switch (charge) {
            case Charge.Approved(var newReference) -> captured(newReference, asked);
            case Charge.Declined(var why) -> declined(why);
        };
    }

    /** About which the provider has said what it gave back. */
    public Payment reversed(Reversal reversal) {
        return switch (reversal) {
            case Reversal.Reversed(var newReference) -> refunded(newReference);
            case Reversal.NothingCharged() -> abandoned();
        };
    }

    /** Charged to nobody, because nobody may charge for it any more. */
    public Payment abandoned() {
        return declined(whyNot());
    }

    private Payment captured(String newReference, boolean asked) {
        PaymentEvent event = new PaymentCaptured(id, orderId(), written(), asked ? RECONCILED : null);
        return reaching(PaymentStatus.CAPTURED, newReference, null, event);
    }

    private Payment declined(String why) {
        return reaching(PaymentStatus.DECLINED, null, why, new PaymentDeclined(id, orderId(), written(), why));
    }

    // That it was charged may be news as well.
    private Payment refunded(String newReference) {
        PaymentEvent event = new PaymentRefunded(id, orderId(), written(), whyNot());
        return captured(newReference, true).reaching(PaymentStatus.REFUNDED, newReference, whyNot(), event);
    }

    private Payment reaching(
            PaymentStatus reached, @Nullable String newReference, @Nullable String why, PaymentEvent event) {
        if (!status.yieldsTo(reached)) {
            return this;
        }
        List<PaymentEvent> all = new ArrayList<>(changes);
        all.add(event);
        return new Payment(
                id, purchase, reached, orderCancelled, null, newReference, why, origin, createdAt, version, all);
    }

    private String whyNot() {
        return orderCancelled ? "order_cancelled" : "buyer_erased";
    }

    private UUID orderId() {
        return purchase.orderId();
    }

    private Amount written() {
        return purchase.amount().written();
    }
}
