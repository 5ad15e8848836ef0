package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {

    private final Path directory;
    private final int port = Ports.free();
    private Postgres postgres;

    PostgresTest(@TempDir Path directory) {
        this.directory = directory;
        postgres = Postgres.start(directory, port);
    }

    @BeforeEach
    void keepSomething() throws SQLException {
        postgres.restart();
        postgres.dropDatabase("shop");
        postgres.createDatabase("shop");
        Jdbc.run(postgres.url("shop"), "CREATE TABLE kept (what text); INSERT INTO kept VALUES ('data')");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void keepsItsDataWhenItStops() throws SQLException {
        postgres.stop();
        postgres = Postgres.start(directory, port);
        assertThat(Jdbc.ask(postgres.url("shop"), "SELECT what FROM kept")).isEqualTo("data");
    }

    @Test
    void takesOverFromAServerThatWasLeftRunning() throws SQLException {
        postgres = Postgres.start(directory, port);
        assertThat(Jdbc.ask(postgres.url("shop"), "SELECT what FROM kept")).isEqualTo("data");
    }

    @Test
    void stopsAServerThatWasLeftRunning() {
        Postgres.at(directory, port).stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void leavesADatabaseThatIsThereAsItIs() throws SQLException {
        postgres.createDatabase("shop");
        assertThat(Jdbc.ask(postgres.url("shop"), "SELECT what FROM kept")).isEqualTo("data");
    }

    @Test
    void dropsADatabaseThatIsInUse() throws SQLException {
        try (Connection inUse = DriverManager.getConnection(Jdbc.address(postgres.url("shop")))) {
            postgres.dropDatabase("shop");
            assertThatThrownBy(() -> inUse.createStatement().execute("SELECT 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void forcesCommitsToTheDisk() throws SQLException {
        assertThat(Jdbc.ask(postgres.url("shop"), "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void refusesAPortThatSomebodyElseUses() throws IOException {
        postgres.stop();
        try (ServerSocket other = new ServerSocket(port)) {
            assertThatThrownBy(postgres::restart).hasMessage("Port " + other.getLocalPort() + " is in use");
        }
    }
}
