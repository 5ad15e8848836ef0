package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;

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
class UpFullTest {

    /** Nobody's database, so that only what is tested here is started. */
    private static final Map<String, String> PLAIN = Map.of("DATABASE_URL", "postgresql://elsewhere/shop");

    private static final Map<String, String> OWN_BROKER =
            Map.of("DATABASE_URL", "postgresql://elsewhere/shop", "KAFKA_BROKERS", "elsewhere:9092");
    private static final Map<String, String> NO_BROKER =
            Map.of("DATABASE_URL", "postgresql://elsewhere/shop", "ENABLE_KAFKA", "false");
    private static final Map<String, String> POSTGRES_ALONE = Map.of(
            "ENABLE_KAFKA", "false",
            "ENABLE_REDIS_CACHE", "false",
            "ENABLE_MQTT", "false",
            "ENABLE_EMAIL_SERVICE", "false");
    private static final Map<String, String> READ_MODEL_ALONE = Map.of(
            "DATABASE_URL", "postgresql://elsewhere/shop",
            "ENABLE_KAFKA", "false",
            "ENABLE_REDIS_CACHE", "false",
            "ENABLE_MQTT", "false",
            "ENABLE_EMAIL_SERVICE", "false",
            "READ_MODEL", "mongodb");

    private final Path root;

    UpFullTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeAll
    void build() throws IOException {
        UpProcess.build(root);
    }

    @Test
    void tellsTheApplicationOfItsServers() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--full").awaitReady()) {
            assertThat(up.output())
                    .contains(
                            "stub is told ENABLE_KAFKA=true",
                            "stub is told KAFKA_BROKERS=127.0.0.1:" + UpProcess.KAFKA_PORT,
                            "stub is told ENABLE_REDIS_CACHE=true",
                            "stub is told REDIS_URL=redis://127.0.0.1:" + UpProcess.REDIS_PORT,
                            "stub is told ENABLE_MQTT=true",
                            "stub is told MQTT_BROKER_URL=mqtt://127.0.0.1:" + UpProcess.MQTT_PORT,
                            "stub is told ENABLE_EMAIL_SERVICE=true",
                            "stub is told SMTP_HOST=127.0.0.1",
                            "stub is told SMTP_PORT=" + UpProcess.SMTP_PORT,
                            "stub is told SMTP_FROM=mstv@example.com");
        }
    }

    @Test
    void listsTheServers() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--full").awaitReady()) {
            assertThat(up.output())
                    .contains(
                            "  Kafka           127.0.0.1:" + UpProcess.KAFKA_PORT + "\n",
                            "  Redis           redis://127.0.0.1:" + UpProcess.REDIS_PORT + "\n",
                            "  MQTT            mqtt://127.0.0.1:" + UpProcess.MQTT_PORT + "\n",
                            "  Mail            smtp://127.0.0.1:" + UpProcess.SMTP_PORT + ", kept in ");
        }
    }

    @Test
    void leavesNoServerBehind() throws Exception {
        new UpProcess(root, PLAIN, "--full").awaitReady().close();
        assertThat(Stream.of(UpProcess.KAFKA_PORT, UpProcess.REDIS_PORT, UpProcess.MQTT_PORT, UpProcess.SMTP_PORT))
                .noneMatch(Ports::isTaken);
    }

    @Test
    void startsNoServerThatTheUserHas() throws Exception {
        try (UpProcess up = new UpProcess(root, OWN_BROKER, "--full").awaitReady()) {
            assertThat(up.output()).contains("stub is told KAFKA_BROKERS=elsewhere:9092", "yours, from KAFKA_BROKERS");
            assertThat(Ports.isTaken(UpProcess.KAFKA_PORT)).isFalse();
        }
    }

    @Test
    void startsNoServerThatTheUserRefuses() throws Exception {
        try (UpProcess up = new UpProcess(root, NO_BROKER, "--full").awaitReady()) {
            assertThat(up.output()).contains("stub is told ENABLE_KAFKA=false", "off, by ENABLE_KAFKA");
            assertThat(Ports.isTaken(UpProcess.KAFKA_PORT)).isFalse();
        }
    }

    @Test
    void takesOverWhatAKilledRunLeftBehind() throws Exception {
        kill(new UpProcess(root, PLAIN, "--full").awaitReady());
        try (UpProcess up = new UpProcess(root, PLAIN, "--full").awaitReady()) {
            assertThat(up.output()).contains("MSTV is ready");
        }
    }

    @Test
    void endsWhatAKilledRunLeftBehindAndNobodyWantsNow() throws Exception {
        kill(new UpProcess(root, PLAIN, "--full").awaitReady());
        try (UpProcess up = new UpProcess(root, PLAIN).awaitReady()) {
            assertThat(up.output()).doesNotContain("Kafka");
            assertThat(Ports.isTaken(UpProcess.KAFKA_PORT)).isFalse();
        }
    }

    @Test
    void dropsTheDataWhenAsked() throws Exception {
        Path mark = Files.writeString(
                Files.createDirectories(root.resolve(".mstv/kafka/data")).resolve("mark"), "");
        new UpProcess(root, POSTGRES_ALONE, "--full", "--fresh").awaitReady().close();
        assertThat(mark).doesNotExist();
    }

    @Test
    void keepsReadModelsInMemoryWhereTheUserHasSaidSo() throws Exception {
        try (UpProcess up = new UpProcess(root, READ_MODEL_ALONE, "--full").awaitReady()) {
            String url = "mongodb://127.0.0.1:" + UpProcess.MONGODB_PORT + "/mstv";
            assertThat(up.output())
                    .contains(
                            "stub is told READ_MODEL=mongodb",
                            "stub is told MONGODB_URL=" + url,
                            "  Mongo protocol  " + url + ", in memory and not MongoDB itself\n");
        }
    }

    private static void kill(UpProcess up) {
        up.kill();
        up.exitCode();
    }
}
