package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://user:pass@host/db,jdbc:postgresql://host/db",
        "postgres://user:pass@host:5433/db,jdbc:postgresql://host:5433/db",
        "jdbc:postgresql://host/db?user=user&password=pass,jdbc:postgresql://host/db",
        "jdbc:postgresql://user:pass@host/db,jdbc:postgresql://host/db",
        "postgresql://user:pass@host/db?sslmode=require,jdbc:postgresql://host/db?sslmode=require",
        "postgresql://user:pass@host/db?schema=app&sslmode=require,"
                + "jdbc:postgresql://host/db?currentSchema=app&sslmode=require",
        "'postgresql://user:pass@h1:5432,h2:5432/db','jdbc:postgresql://h1:5432,h2:5432/db'",
        "postgresql://user:pass@[::1]:5432/db,jdbc:postgresql://[::1]:5432/db"
    })
    void takesTheLoginOutOfTheUrl(String text, String jdbcUrl) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(jdbcUrl, "user", "pass"));
    }

    @Test
    void decodesThePassword() {
        assertThat(DatabaseAddress.parse("postgresql://user:p%40ss%2Fw+rd@host/db")
                        .password())
                .isEqualTo("p@ss/w+rd");
    }

    @Test
    void needsNoLogin() {
        assertThat(DatabaseAddress.parse("postgresql://host/db"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://host/db", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host/db",
                "postgresql:",
                "jdbc:",
                "postgresql://host",
                "postgresql://host/",
                "postgresql:host/db",
                "mysql://host/db",
                "jdbc:mariadb://host/db",
                "postgresql://ho st/db"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DatabaseAddress.parse(text));
    }

    @Test
    void doesNotPrintThePassword() {
        assertThat(DatabaseAddress.parse("postgresql://user:pass@host/db?sslpassword=pass"))
                .hasToString("jdbc:postgresql://host/db");
    }
}
