package dev.mstv.payments.application;

import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentView;
import dev.mstv.payments.domain.Payments;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the payment for an order to those who may see it. */
@Singleton
final class FindPaymentsHandler implements QueryHandler<FindPayments, List<PaymentView>> {

    private final Payments payments;
    private final Gate gate;

    FindPaymentsHandler(Payments payments, Gate gate) {
        this.payments = payments;
        this.gate = gate;
    }

    @Override
    public List<PaymentView> handle(FindPayments query) {
        Ability ability = gate.ability(CallContext.current().caller());
        return payments.ofOrder(query.orderId()).stream()
                .filter(payment -> ability.can("read", PaymentMapping.subject(payment)))
                .map(PaymentMapping::view)
                .toList();
    }
}
