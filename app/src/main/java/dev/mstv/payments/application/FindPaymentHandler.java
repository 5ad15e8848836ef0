package dev.mstv.payments.application;

import dev.mstv.payments.FindPayment;
import dev.mstv.payments.PaymentView;
import dev.mstv.payments.domain.Payments;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a payment to those who may see it; to others it is not there. */
@Singleton
final class FindPaymentHandler implements QueryHandler<FindPayment, Optional<Versioned<PaymentView>>> {

    private final Payments payments;
    private final Gate gate;

    FindPaymentHandler(Payments payments, Gate gate) {
        this.payments = payments;
        this.gate = gate;
    }

    @Override
    public Optional<Versioned<PaymentView>> handle(FindPayment query) {
        Ability ability = gate.ability(CallContext.current().caller());
        return payments.find(query.id())
                .filter(payment -> ability.can("read", PaymentMapping.subject(payment)))
                .map(PaymentMapping::versioned);
    }
}
