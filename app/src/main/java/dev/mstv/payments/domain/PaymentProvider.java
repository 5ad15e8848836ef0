package dev.mstv.payments.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Who moves the money. Never called within a transaction: it may take long, and it cannot be undone by a rollback. Each
 * method throws {@link ProviderException} if there is no answer, or none that can be understood: then nobody knows whether it
 * was done.
 *
 * <p>What is done, is done once for each key, however often it is asked for.
 */
public interface PaymentProvider {

    /** Charges someone, or says what became of the charge with this key. */
    Charge charge(UUID key, Money amount, String token);

    /** What became of the charge with this key; empty if there was none. */
    Optional<Charge> find(UUID key);

    /** Gives back what was charged with this key; from then on nothing is charged with it. */
    Reversal reverse(UUID key);
}
