package dev.mstv.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.Mode;
import dev.mstv.platform.config.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentSettingsTest {

    private static PaymentSettings.Provider provider(Mode mode, Map<String, String> environment) {
        return PaymentSettings.read(new Variables(environment), mode).provider();
    }

    private static void start(Mode mode, Map<String, String> environment) {
        Variables variables = new Variables(environment);
        PaymentSettings unused = PaymentSettings.read(variables, mode);
        variables.refuseFaults();
    }

    @ParameterizedTest
    @CsvSource({"DEVELOPMENT,SANDBOX", "TEST,SANDBOX", "PRODUCTION,NONE"})
    void hasAProviderForEachMode(Mode mode, PaymentSettings.Provider provider) {
        assertThat(provider(mode, Map.of())).isEqualTo(provider);
    }

    @Test
    void movesNoMoneyWhereItSaysSo() {
        assertThat(provider(Mode.TEST, Map.of("PAYMENT_PROVIDER", "none"))).isEqualTo(PaymentSettings.Provider.NONE);
    }

    @Test
    void refusesTheSandboxInProduction() {
        assertThatThrownBy(() -> start(Mode.PRODUCTION, Map.of("PAYMENT_PROVIDER", "sandbox")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("PAYMENT_PROVIDER: is not valid, allowed is none: the sandbox moves no money");
    }

    @Test
    void refusesAProviderThatThereIsNot() {
        assertThatThrownBy(() -> start(Mode.TEST, Map.of("PAYMENT_PROVIDER", "bank")))
                .hasMessage("PAYMENT_PROVIDER: is not valid, allowed is sandbox or none");
    }
}
