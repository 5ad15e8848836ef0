package dev.mstv.payments;

import dev.mstv.platform.config.Mode;
import dev.mstv.platform.config.Variables;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * By whom people are charged.
 *
 * @param timeout how long one question to the provider may take; what it answers later is not heard
 */
public record PaymentSettings(Provider provider, Duration timeout) {

    /** The property that the bean of a provider requires. */
    public static final String PROPERTY = "mstv.payment-provider";

    /** Who there is; the names of {@code PAYMENT_PROVIDER} are these in lower case. */
    public enum Provider {
        /** Moves no money; for development and tests. */
        SANDBOX,
        /** Nobody: every payment is declined. */
        NONE
    }

    public static PaymentSettings read(Variables variables, Mode mode) {
        Provider usual = mode == Mode.PRODUCTION ? Provider.NONE : Provider.SANDBOX;
        Provider provider = variables.parsed(
                "PAYMENT_PROVIDER",
                usual,
                mode == Mode.PRODUCTION ? "none: the sandbox moves no money" : "sandbox or none",
                text -> allowed(Provider.valueOf(text.toUpperCase(Locale.ROOT)), mode));
        return new PaymentSettings(provider, variables.duration("PAYMENT_TIMEOUT", Duration.ofSeconds(5)));
    }

    /** The form in which the beans read it. */
    public Map<String, Object> properties() {
        return Map.of(PROPERTY, provider.name().toLowerCase(Locale.ROOT));
    }

    private static Provider allowed(Provider provider, Mode mode) {
        if (provider == Provider.SANDBOX && mode == Mode.PRODUCTION) {
            throw new IllegalArgumentException();
        }
        return provider;
    }
}
