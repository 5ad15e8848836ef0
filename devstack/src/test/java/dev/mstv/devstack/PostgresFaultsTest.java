package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFaultsTest {

    private final int port = Ports.free();
    private final Postgres postgres;

    PostgresFaultsTest(@TempDir Path directory) {
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
    void keepsWhatWasCommittedBeforeAKill() throws SQLException {
        postgres.kill();
        postgres.restart();
        assertThat(Jdbc.ask(postgres.url("shop"), "SELECT what FROM kept")).isEqualTo("data");
    }

    @Test
    void listensNoMoreOnceItWasKilled() {
        postgres.kill();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void answersNobodyWhileItIsSuspended() {
        postgres.suspend();
        assertThatThrownBy(() -> DriverManager.getConnection(Jdbc.address(postgres.url("shop")) + "&loginTimeout=1"))
                .hasMessageContaining("timed out");
    }

    @Test
    void answersAgainWhenItIsResumed() throws SQLException {
        postgres.suspend();
        postgres.resume();
        assertThat(Jdbc.ask(postgres.url("shop"), "SELECT what FROM kept")).isEqualTo("data");
    }

    @Test
    void stopsWhileItIsSuspended() {
        postgres.suspend();
        postgres.stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }
}
