package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void needsNothingButADatabaseAndItsSecrets() {
        assertThat(new Configured().faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NODE_ENV,test,TEST", "APP_ENV,production,PRODUCTION", "NODE_ENV,development,DEVELOPMENT"})
    void readsTheModeUnderEitherName(String name, String value, Mode mode) {
        assertThat(Configured.with(name, value).settings().mode()).isEqualTo(mode);
    }

    @Test
    void believesAppEnvBeforeNodeEnv() {
        Configured both = Configured.with("NODE_ENV", "production").and("APP_ENV", "test");
        assertThat(both.settings().mode()).isEqualTo(Mode.TEST);
    }

    @Test
    void listensOnLoopbackInDevelopment() {
        assertThat(new Configured().settings().http().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void listensOnEveryAddressInProduction() {
        assertThat(Configured.inProduction().settings().http().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void letsAnyOriginCallInDevelopment() {
        assertThat(new Configured().settings().http().allowedOrigins()).isEqualTo(Set.of("*"));
    }

    @Test
    void letsNoOriginCallInProductionThatIsNotNamed() {
        assertThat(Configured.inProduction().settings().http().allowedOrigins()).isEmpty();
    }

    @Test
    void hasTheExpiriesOfTheContract() {
        SecretSettings secrets = new Configured().settings().secrets();
        assertThat(secrets.accessToken()).isEqualTo(Duration.ofMinutes(15));
        assertThat(secrets.refreshToken()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void logsJsonOutsideOfDevelopment() {
        assertThat(Configured.inProduction().settings().log().format()).isEqualTo(LogSettings.Format.JSON);
    }

    @Test
    void findsAModulesOwnDatabase() {
        Configured own = Configured.with("USERS_DATABASE_URL", "postgresql://u:p@elsewhere/users");
        assertThat(own.settings().database().of("users").orElseThrow().jdbcUrl())
                .isEqualTo("jdbc:postgresql://elsewhere/users");
    }

    @Test
    void givesEveryOtherModuleTheCommonDatabase() {
        Configured own = Configured.with("USERS_DATABASE_URL", "postgresql://u:p@elsewhere/users");
        assertThat(own.settings().database().of("auth").orElseThrow().jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost/mstv");
    }

    @Test
    void findsTheAgentOfConsulWhereItUsuallyIs() {
        ConsulSettings consul =
                Configured.with("ENABLE_CONSUL_DISCOVERY", "true").settings().consul();
        assertThat(consul.host() + ':' + consul.port()).isEqualTo("localhost:8500");
    }

    @Test
    void takesTheBracketsOffAnAddressOfConsul() {
        assertThat(Configured.with("CONSUL_HOST", "[::1]").settings().consul().host())
                .isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden-password", Configured.SECRET, Configured.ENCRYPTION_KEY, "consul-token"})
    void neverPrintsASecret(String secret) {
        assertThat(Configured.with("CONSUL_TOKEN", "consul-token").settings().toString())
                .doesNotContain(secret);
    }
}
