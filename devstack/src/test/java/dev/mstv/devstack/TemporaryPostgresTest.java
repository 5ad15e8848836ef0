package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporaryPostgresTest {

    @Test
    void isGoneAfterClose() throws SQLException {
        Postgres postgres = Postgres.temporary();
        Path data = Path.of(show(postgres, "data_directory"));
        postgres.close();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void listensNoMoreAfterClose() {
        Postgres postgres = Postgres.temporary();
        postgres.close();
        assertThat(Ports.isTaken(postgres.port())).isFalse();
    }

    @Test
    void canBeClosedAfterAKill() throws SQLException {
        Postgres postgres = Postgres.temporary();
        Path data = Path.of(show(postgres, "data_directory"));
        postgres.kill();
        postgres.close();
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"FULL, on", "NONE, off"})
    void isAsDurableAsItWasAsked(Durability durability, String fsync) throws SQLException {
        try (Postgres postgres = Postgres.temporary(durability)) {
            assertThat(show(postgres, "fsync")).isEqualTo(fsync);
        }
    }

    private static String show(Postgres postgres, String setting) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Jdbc.address(postgres.url("postgres")));
                ResultSet rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
