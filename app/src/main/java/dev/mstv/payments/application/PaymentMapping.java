package dev.mstv.payments.application;

import dev.mstv.payments.PaymentView;
import dev.mstv.payments.domain.Payment;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Subject;

/** A payment as who is charged sees it, and as policies do. */
final class PaymentMapping {

    private PaymentMapping() {}

    static PaymentView view(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.purchase().orderId(),
                payment.purchase().amount().written(),
                payment.status(),
                payment.reference(),
                payment.reason());
    }

    /** The first version is that of a payment to which nothing has happened yet. */
    static Versioned<PaymentView> versioned(Payment payment) {
        return new Versioned<>(view(payment), payment.version() + 1);
    }

    static Subject subject(Payment payment) {
        return new Subject("Payment", attribute -> switch (attribute) {
            case "id" -> payment.id();
            case "orderId" -> payment.purchase().orderId();
            case "userId" -> payment.purchase().userId();
            case "status" -> payment.status();
            default -> null;
        });
    }
}
