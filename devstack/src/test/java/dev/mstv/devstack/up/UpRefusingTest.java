package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpRefusingTest {

    private static final Map<String, String> PLAIN = Map.of();
    private static final Map<String, String> OWN_DATABASE = Map.of("DATABASE_URL", "postgresql://elsewhere/shop");

    private final Path root;

    UpRefusingTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeAll
    void build() throws IOException {
        UpProcess.build(root);
    }

    @Test
    void namesTheVariableThatMovesTheApplication() throws Exception {
        try (ServerSocket other = new ServerSocket(UpProcess.PORT, 1, InetAddress.getLoopbackAddress())) {
            UpProcess up = new UpProcess(root, PLAIN);
            assertThat(up.exitCode()).isEqualTo(Refusal.TRY_LATER);
            assertThat(up.output())
                    .isEqualTo("Port %d is in use: set PORT to another one%n".formatted(other.getLocalPort()));
        }
    }

    @Test
    void namesTheVariableThatMovesPostgres() throws Exception {
        try (ServerSocket other = new ServerSocket(UpProcess.POSTGRES_PORT, 1, InetAddress.getLoopbackAddress())) {
            UpProcess up = new UpProcess(root, PLAIN);
            assertThat(up.exitCode()).isEqualTo(Refusal.TRY_LATER);
            assertThat(up.output()).contains("Port %d is in use: set DEV_PORT_OFFSET".formatted(other.getLocalPort()));
        }
    }

    @Test
    void namesTheVariablesThatMoveAServerOfTheFullStack() throws Exception {
        try (ServerSocket other = new ServerSocket(UpProcess.KAFKA_PORT, 1, InetAddress.getLoopbackAddress())) {
            UpProcess up = new UpProcess(root, PLAIN, "--full");
            assertThat(up.exitCode()).isEqualTo(Refusal.TRY_LATER);
            assertThat(up.output())
                    .endsWith("Port %d is in use: set DEV_PORT_OFFSET to move Kafka, or KAFKA_BROKERS to use your own%n"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void saysThatItRunsAlready() throws Exception {
        UpProcess first = new UpProcess(root, PLAIN).awaitReady();
        UpProcess second = new UpProcess(root, PLAIN);
        assertThat(second.exitCode()).isEqualTo(Refusal.TRY_LATER);
        assertThat(second.output()).isEqualTo("MSTV already runs in this directory: stop it first%n".formatted());
        first.close();
    }

    @Test
    void saysSoAlsoAfterTheGarbageWasCollected() throws Exception {
        Closing closing = new Closing();
        new WorkingCopy(new Layout(root), closing).claim();
        System.gc();
        assertThat(new UpProcess(root, PLAIN).exitCode()).isEqualTo(Refusal.TRY_LATER);
        closing.run();
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(new UpProcess(root, PLAIN, "--frsh").exitCode()).isEqualTo(Refusal.USAGE);
    }

    @Test
    void refusesToDropTheUsersOwnDatabase() throws Exception {
        assertThat(new UpProcess(root, OWN_DATABASE, "--fresh").exitCode()).isEqualTo(Refusal.USAGE);
    }
}
