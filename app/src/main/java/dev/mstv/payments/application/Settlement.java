package dev.mstv.payments.application;

import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.DuePayment;
import dev.mstv.payments.domain.DuePayments;
import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.ProviderException;
import dev.mstv.payments.domain.Reversal;
import dev.mstv.payments.domain.SealedToken;
import dev.mstv.platform.events.Backoff;
import dev.mstv.platform.security.Encryption;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is to be done about one payment after the other, each until the provider has said what came of it. That somebody
 * has begun is stored before the provider is called, so that a timeout or a crash leads to a question, never to a second
 * charge. Nothing is given up: what cannot be settled is tried less and less often, and told by health and metrics.
 */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final DuePayments due;
    private final PaymentProvider provider;
    private final Encryption encryption;
    private final PaymentBooks books;
    private final Duration lease;
    private final Clock clock;

    /**
     * Not begun yet.
     *
     * @param provider who answers or fails in bounded time
     * @param lease longer than two questions to the provider may take
     */
    Settlement(
            DuePayments due,
            PaymentProvider provider,
            Encryption encryption,
            PaymentBooks books,
            Duration lease,
            Clock clock) {
        this.due = due;
        this.provider = provider;
        this.encryption = encryption;
        this.books = books;
        this.lease = lease;
        this.clock = clock;
    }

    /** Does what is to be done about one that is due; false if there is none. */
    boolean settleOne() {
        Optional<DuePayment> claimed = due.claim(clock.instant(), lease);
        claimed.ifPresent(this::settle);
        return claimed.isPresent();
    }

    private void settle(DuePayment claimed) {
        try {
            if (!books.note(claimed, news(claimed))) {
                throw new ProviderException("it says that it has not charged what it has charged");
            }
        } catch (ProviderException e) {
            Instant until = clock.instant().plus(PAUSES.after(claimed.attempt()));
            due.postpone(claimed, until);
            LOG.warn("Payment {} is asked about at {}: {}", claimed.payment().id(), until, e.getMessage());
        }
    }

    /** What has been learned of the payment, by asking the provider if need be. */
    private UnaryOperator<Payment> news(DuePayment claimed) {
        Payment payment = claimed.payment();
        return switch (claimed.next()) {
            case NOTHING -> UnaryOperator.identity();
            case CHARGE -> charged(charge(payment), false);
            case ASK ->
                provider.find(payment.id())
                        .map(known -> charged(known, true))
                        .orElseGet(() -> charged(charge(payment), false));
            case REVERSE -> {
                Reversal reversal = provider.reverse(payment.id());
                yield known -> known.reversed(reversal);
            }
            case DECLINE -> Payment::abandoned;
        };
    }

    private Charge charge(Payment payment) {
        return provider.charge(payment.id(), payment.purchase().amount(), opened(payment));
    }

    private static UnaryOperator<Payment> charged(Charge charge, boolean asked) {
        return known -> known.charged(charge, asked);
    }

    private String opened(Payment payment) {
        SealedToken token = Objects.requireNonNull(payment.token());
        try {
            return new String(encryption.decrypt(token.text()), StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            // Sealed by who has another key: it must not hold up those that can be opened.
            throw new ProviderException("its token cannot be opened");
        }
    }
}
