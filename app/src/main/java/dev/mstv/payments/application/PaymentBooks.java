package dev.mstv.payments.application;

import dev.mstv.payments.domain.DuePayment;
import dev.mstv.payments.domain.DuePayments;
import dev.mstv.payments.domain.Origin;
import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.Payments;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.bus.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Notes what has been learned of payments. Always, even if somebody else is at it by now: what happened to money is a fact. */
@Singleton
final class PaymentBooks {

    private final Payments payments;
    private final DuePayments due;
    private final PaymentFigures figures;
    private final Transactions transactions;
    private final Clock clock;

    PaymentBooks(Payments payments, DuePayments due, PaymentFigures figures, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.due = due;
        this.figures = figures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes it, as an effect of the event that the payment comes from. If something else is to be done then, it is due at once.
     *
     * @return false if it was no news, though something is still to be done
     */
    boolean note(DuePayment claimed, UnaryOperator<Payment> news) {
        Origin origin = claimed.payment().origin();
        Payment known = CallContext.ofEvent(origin.event(), origin.requestId(), Trace.continued(origin.traceparent()))
                .call(() -> transactions.inTransaction("payments", () -> {
                    Payment after = news.apply(payments.hold(claimed.payment().id()));
                    payments.save(after);
                    due.postpone(claimed, clock.instant());
                    return after;
                }));
        known.changes().forEach(figures::count);
        return !known.changes().isEmpty() || !known.unsettled();
    }
}
