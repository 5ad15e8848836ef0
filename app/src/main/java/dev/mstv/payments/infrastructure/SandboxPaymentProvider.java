package dev.mstv.payments.infrastructure;

import dev.mstv.payments.PaymentSettings;
import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.ProviderException;
import dev.mstv.payments.domain.Reversal;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Moves no money: declines {@code tok_declined}, charges and then does not answer to {@code tok_timeout}, approves other
 * {@code tok_*}, declines anything else. Thread-safe.
 */
@Singleton
@Requires(property = PaymentSettings.PROPERTY, value = "sandbox")
final class SandboxPaymentProvider implements PaymentProvider {

    private static final String REVERSED = "reversed";

    /** Longer than anybody waits. */
    private static final long SILENT_MINUTES = 10;

    private final SandboxLedger ledger;

    SandboxPaymentProvider(SandboxLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Charge charge(UUID key, Money amount, String token) {
        Charge first = decision(key, token);
        Charge charge =
                switch (first) {
                    case Charge.Approved(var reference) -> charge(ledger.charge(key, amount, reference, null));
                    case Charge.Declined(var reason) -> charge(ledger.charge(key, amount, null, reason));
                };
        if (token.equals("tok_timeout")) {
            awaitNobody();
        }
        return charge;
    }

    @Override
    public Optional<Charge> find(UUID key) {
        return ledger.find(key).map(SandboxPaymentProvider::charge);
    }

    @Override
    public Reversal reverse(UUID key) {
        String reference = ledger.reverse(key).reference();
        return reference == null ? new Reversal.NothingCharged() : new Reversal.Reversed(reference);
    }

    private static Charge decision(UUID key, String token) {
        if (token.equals("tok_declined")) {
            return new Charge.Declined("card_declined");
        }
        return token.startsWith("tok_") ? new Charge.Approved("sandbox-" + key) : new Charge.Declined("invalid_token");
    }

    private static Charge charge(SandboxLedger.Entry entry) {
        if (entry.reversed()) {
            return new Charge.Declined(REVERSED);
        }
        return entry.reference() != null
                ? new Charge.Approved(entry.reference())
                : new Charge.Declined(String.valueOf(entry.reason()));
    }

    private static void awaitNobody() {
        try {
            boolean unused = new CountDownLatch(1).await(SILENT_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProviderException("the sandbox does not answer to this token");
    }
}
