package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.devstack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpTest {

    private static final Map<String, String> PLAIN = Map.of();
    private static final Map<String, String> OWN_DATABASE = Map.of("DATABASE_URL", "postgresql://elsewhere/shop");

    private final Path root;

    UpTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeAll
    void build() throws IOException {
        UpProcess.build(root);
    }

    @Test
    void namesTheAddressAndTheFirstPassword() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).contains("http://localhost:" + UpProcess.PORT, "first password first-password");
        }
    }

    @Test
    void givesTheApplicationADatabase() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).containsPattern("stub uses postgresql://.*:" + UpProcess.POSTGRES_PORT + "/mstv");
        }
    }

    @Test
    void startsPostgresAloneUnlessAskedForMore() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).contains("stub is told ENABLE_KAFKA=null");
            assertThat(Stream.of(UpProcess.KAFKA_PORT, UpProcess.SMTP_PORT)).noneMatch(Ports::isTaken);
        }
    }

    @Test
    void startsNoServerWhenTheUserNamesADatabase() throws Exception {
        try (UpProcess up = new UpProcess(root, OWN_DATABASE).awaitReady()) {
            assertThat(up.output()).contains("stub uses postgresql://elsewhere/shop");
            assertThat(Ports.isTaken(UpProcess.POSTGRES_PORT)).isFalse();
        }
    }

    @Test
    void readsTheUsersDatabaseFromDotEnv() throws Exception {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=\"postgresql://elsewhere/shop\"\n");
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).contains("stub uses null", "yours, from DATABASE_URL");
        } finally {
            Files.delete(root.resolve(".env"));
        }
    }

    @Test
    void letsTheApplicationFinishBeforeItEnds() throws Exception {
        UpProcess up = new UpProcess(root, PLAIN).awaitReady();
        up.terminate();
        assertThat(up.exitCode()).isEqualTo(143);
        assertThat(up.output()).endsWith("stub drained\n");
    }

    @Test
    void leavesNoServerBehind() throws Exception {
        UpProcess up = new UpProcess(root, PLAIN).awaitReady();
        up.close();
        assertThat(Stream.of(UpProcess.PORT, UpProcess.POSTGRES_PORT)).noneMatch(Ports::isTaken);
    }

    @Test
    void endsWithTheApplicationsExitCodeWhenItDoesNotStart() throws Exception {
        UpProcess up = new UpProcess(root, Map.of("STUB_EXIT_CODE", "78"));
        assertThat(up.exitCode()).isEqualTo(78);
        assertThat(up.output()).contains("stub gives up", "The application ended before it was ready");
        assertThat(Ports.isTaken(UpProcess.POSTGRES_PORT)).isFalse();
    }

    @Test
    void stopsPostgresWhenTheApplicationDies() throws Exception {
        UpProcess up = new UpProcess(root, PLAIN).awaitReady();
        assertThatThrownBy(() -> new Http(UpProcess.PORT).get("/die", null)).isInstanceOf(IOException.class);
        assertThat(up.exitCode()).isEqualTo(42);
        assertThat(Ports.isTaken(UpProcess.POSTGRES_PORT)).isFalse();
    }

    @Test
    void takesOverWhatAKilledRunLeftBehind() throws Exception {
        UpProcess killed = new UpProcess(root, PLAIN).awaitReady();
        killed.kill();
        killed.exitCode();
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).contains("MSTV is ready");
        }
    }

    @Test
    void dropsTheDataWhenAsked() throws Exception {
        new UpProcess(root, PLAIN).awaitReady().close();
        Path mark = Files.writeString(root.resolve(".mstv/postgres/data/mark"), "");
        new UpProcess(root, PLAIN, "--fresh").awaitReady().close();
        assertThat(mark).doesNotExist();
    }
}
