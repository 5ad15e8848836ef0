package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.acceptance.Launch.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that cannot be what it is told to be does not start, and says why. */
class StartingTest {

    // Nothing listens there: who gets as far as connecting has got too far.
    private static final Launch LAUNCH = Launch.on("postgresql://nobody:secret-of-nobody@127.0.0.1:1/nothing");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SERVICE_NAME       | nonsense | SERVICE_NAME: "nonsense" is unknown, allowed is monolith, api-gateway, user-service, auth-service, notification-service, payment-service, order-service
        MODULES            | nonsense | MODULES: "nonsense" is unknown, allowed is users, auth, notifications, audit, payments, orders
        PROTOCOLS          | nonsense | PROTOCOLS: "nonsense" is unknown, allowed is rest, graphql, grpc, websocket, sse, mqtt
        ENABLE_MQTT        | true     | MQTT_BROKER_URL: is missing where MQTT is on, allowed is mqtt://host:port or mqtts://host:port
        ENABLE_GRAPHQL     | yes      | ENABLE_GRAPHQL: is not valid, allowed is true or false
        ENABLE_EMAIL_SERVICE | on     | ENABLE_EMAIL_SERVICE: is not valid, allowed is true or false
        PAYMENT_PROVIDER   | bank     | PAYMENT_PROVIDER: is not valid, allowed is sandbox or none
        PAYMENT_TIMEOUT    | soon     | PAYMENT_TIMEOUT: is not valid, allowed is a duration such as 500ms, 30s, 15m, 12h or 7d
        PORT               | 65536    | PORT: is not valid, allowed is a whole number from 0 to 65535
        ACCESS_TOKEN_EXP   | soon     | ACCESS_TOKEN_EXP: is not valid, allowed is a duration such as 500ms, 30s, 15m, 12h or 7d
        JWT_SECRET         | short    | JWT_SECRET: is too short, at least 32 bytes are needed
        ENCRYPTION_KEY     | c2hvcnQ= | ENCRYPTION_KEY: is not valid, allowed is 32 bytes in base64
        READ_MODEL         | mongodb  | MONGODB_URL: is missing where READ_MODEL is mongodb, allowed is mongodb://user:password@host:port/database
        MONGODB_URL        | mongodb://x | MONGODB_URL: is not valid, allowed is mongodb://user:password@host:port/database
        DATABASE_URL       | mysql://x/y | DATABASE_URL: is not valid, allowed is postgresql://user:password@host:port/database or jdbc:postgresql://...
        """)
    void namesTheFaultAndWhatIsAllowed(String name, String value, String line) {
        assertThat(LAUNCH.with(name, value).refuse()).isEqualTo(new Refusal(78, List.of(line)));
    }

    @Test
    void namesAllFaultsAtOnce() {
        Refusal refusal = LAUNCH.with("MODULES", "nonsense")
                .with("PORT", "x")
                .without("DATABASE_URL")
                .refuse();

        assertThat(refusal.exitCode()).isEqualTo(78);
        assertThat(refusal.lines())
                .extracting(line -> line.split(":", 2)[0])
                .containsExactlyInAnyOrder("MODULES", "PORT", "DATABASE_URL");
    }

    @Test
    void productionMakesNothingUp() {
        Refusal refusal = Launch.bare()
                .with("NODE_ENV", "production")
                .with("ALLOWED_ORIGINS", "*")
                .refuse();

        assertThat(refusal.exitCode()).isEqualTo(78);
        assertThat(refusal.lines())
                .extracting(line -> line.split(":", 2)[0])
                .containsExactlyInAnyOrder("ALLOWED_ORIGINS", "DATABASE_URL", "JWT_SECRET", "ENCRYPTION_KEY");
    }

    @Test
    void secretsAreNotPrinted() {
        Refusal refusal = LAUNCH.with("JWT_SECRET", "my-short-secret")
                .with("ADMIN_PASSWORD", "my-pass")
                .refuse();

        assertThat(refusal.exitCode()).isEqualTo(78);
        assertThat(refusal.lines().toString()).doesNotContain("my-short-secret", "my-pass", "secret-of-nobody");
    }

    @Test
    void aPortInUseIsNamedWithItsVariable() {
        Refusal refusal = World.anotherProcess()
                .with("PORT", Integer.toString(World.app().port()))
                .refuse();

        assertThat(refusal.exitCode()).isNotZero();
        assertThat(refusal.lines())
                .anyMatch(line -> line.contains(Integer.toString(World.app().port())) && line.contains("PORT"));
        assertThat(refusal.lines()).noneMatch(line -> line.startsWith("\tat "));
    }
}
