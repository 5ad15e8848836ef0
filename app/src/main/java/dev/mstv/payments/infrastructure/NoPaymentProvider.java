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

/** Declines whatever is new, and knows nothing of what another provider was asked: that stays unsettled, and is told. */
@Singleton
@Requires(property = PaymentSettings.PROPERTY, value = "none")
final class NoPaymentProvider implements PaymentProvider {

    @Override
    public Charge charge(UUID key, Money amount, String token) {
        return new Charge.Declined("no_payment_provider");
    }

    @Override
    public Optional<Charge> find(UUID key) {
        throw unknown();
    }

    @Override
    public Reversal reverse(UUID key) {
        throw unknown();
    }

    private static ProviderException unknown() {
        return new ProviderException("there is no provider who could tell (PAYMENT_PROVIDER)");
    }
}
