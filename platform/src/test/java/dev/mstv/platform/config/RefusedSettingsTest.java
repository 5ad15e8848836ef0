package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "APP_ENV,staging",
        "NODE_ENV,prod",
        "PORT,65536",
        "PORT,http",
        "BODY_LIMIT,0",
        "TRUSTED_PROXIES,localhost",
        "TRUSTED_PROXIES,10.0.0.0/33",
        "DATABASE_TYPE,oracle",
        "READ_MODEL,cassandra",
        "READ_MODEL,MongoDB",
        "MONGODB_URL,http://localhost/mstv",
        "MONGODB_URL,mongodb+srv://localhost/mstv",
        "MONGODB_URL,mongodb://localhost:27017",
        "MONGODB_URL,mongodb://localhost:port/mstv",
        "MONGODB_URL,mongodb://localhost/mstv?timeoutMS=0",
        "DATABASE_URL,mysql://localhost/mstv",
        "USERS_DATABASE_URL,nonsense",
        "DATABASE_POOL_SIZE,0",
        "PGBOUNCER,yes",
        "RATE_LIMIT_MAX,0",
        "RATE_LIMIT_WINDOW,soon",
        "INBOUND_LIMIT,0",
        "ENABLE_CIRCUIT_BREAKER,on",
        "CB_THRESHOLD,0",
        "CB_TIMEOUT,0",
        "CB_RESET_TIMEOUT,later",
        "RETRY_ATTEMPTS,11",
        "RETRY_DELAY,-1",
        "RETRY_MAX_DELAY,10ms",
        "JWT_SECRET,short",
        "JWT_PRIVATE_KEY,not a key",
        "ACCESS_TOKEN_EXP,15 minutes",
        "REFRESH_TOKEN_EXP,0",
        "ENCRYPTION_KEY,dG9vIHNob3J0",
        "ENCRYPTION_KEY,***",
        "LOG_LEVEL,loud",
        "LOG_FORMAT,xml",
        "ENABLE_PROMETHEUS_METRICS,1",
        "REDIS_URL,localhost:6379",
        "REDIS_URL,http://localhost:6379",
        "ENABLE_REDIS_CACHE,yes",
        "ENABLE_EMAIL_SERVICE,on",
        "SMTP_PORT,0",
        "SMTP_SECURE,tls",
        "SMTP_FROM,nobody",
        "SMTP_FROM,a b@example.com",
        "APP_URL,ftp://example.com",
        "APP_URL,https://example.com/?a=b",
        "APP_URL,example.com",
        "ENABLE_CONSUL_DISCOVERY,1",
        "CONSUL_HOST,http://localhost",
        "CONSUL_HOST,local host",
        "CONSUL_PORT,0",
        "ENABLE_HTTPS,on",
        "HTTPS_PORT,65536",
        "HTTPS_CLIENT_AUTH,maybe",
        "HTTPS_REDIRECT,308",
        "MQTT_BROKER_URL,localhost:1883",
        "MQTT_BROKER_URL,tcp://localhost:1883",
        "MQTT_BROKER_URL,mqtt://ada:secret@localhost",
        "MQTT_BROKER_URL,mqtt://localhost/topic",
        "MQTT_BROKER_URL,mqtt://",
        "MQTT_CA_PATH,/no/such/file.pem",
        "MQTT_VERSION,4",
        "MQTT_CLIENT_ID,a b"
    })
    void namesTheVariableThatIsWrong(String name, String value) {
        assertThat(Configured.with(name, value).faults())
                .singleElement()
                .asString()
                .startsWith(name + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "JWT_SECRET,hunter2",
        "JWT_PRIVATE_KEY,hunter2",
        "ENCRYPTION_KEY,hunter2",
        "REDIS_URL,redis:hunter2",
        "MQTT_BROKER_URL,mqtt://ada:hunter2@localhost",
        "MONGODB_URL,mongodb://ada:hunter2@localhost"
    })
    void doesNotPrintASecretThatItRefuses(String name, String value) {
        assertThat(Configured.with(name, value).faults())
                .singleElement()
                .asString()
                .doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({"JWT_SECRET", "ENCRYPTION_KEY"})
    void hasNoDefaultSecret(String name) {
        assertThat(new Configured().without(name).faults())
                .singleElement()
                .asString()
                .startsWith(name + ": is missing");
    }

    @Test
    void missesTheAddressOfARedisThatIsOn() {
        assertThat(Configured.with("ENABLE_REDIS_CACHE", "true").faults())
                .singleElement()
                .asString()
                .startsWith("REDIS_URL: is missing");
    }

    @Test
    void missesTheAddressOfAMongoDbThatIsToKeepReadModels() {
        assertThat(Configured.with("READ_MODEL", "mongodb").faults())
                .singleElement()
                .asString()
                .startsWith("MONGODB_URL: is missing");
    }

    @Test
    void tellsOfAVariableOnceThatIsReadTwice() {
        assertThat(Configured.with("LOG_LEVEL", "loud").faults())
                .containsExactly("LOG_LEVEL: is not valid, allowed is trace, debug, info, warn or error");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Configured wrong =
                Configured.with("PORT", "http").and("LOG_LEVEL", "loud").without("JWT_SECRET");
        assertThat(wrong.faults()).hasSize(3);
    }

    @Test
    void refusesEveryOriginInProduction() {
        assertThat(Configured.inProduction().and("ALLOWED_ORIGINS", "*").faults())
                .containsExactly("ALLOWED_ORIGINS: must name the origins in production, * is not allowed");
    }

    @Test
    void refusesASecretOfOneRepeatedCharacterInProduction() {
        assertThat(Configured.inProduction().and("JWT_SECRET", "a".repeat(40)).faults())
                .containsExactly("JWT_SECRET: is too simple for production");
    }

    @Test
    void missesTheDatabaseOfAModuleThatRunsHere() {
        Variables variables = new Variables(Map.of());
        Settings.read(variables, 3000).database().require(List.of("users"), List.of("users"), variables);
        assertThat(catchThrowable(variables::refuseFaults)).hasMessageContaining("DATABASE_URL: is missing");
    }
}
