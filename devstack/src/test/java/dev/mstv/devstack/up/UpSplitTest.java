package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.devstack.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpSplitTest {

    /** Nobody's servers, so that only what is tested here is started. */
    private static final Map<String, String> PLAIN =
            Map.of("DATABASE_URL", "postgresql://elsewhere/shop", "KAFKA_BROKERS", "elsewhere:9092");

    private static final int PAYMENTS_PORT = UpProcess.PORT + 4;
    private static final int GRPC = UpProcess.PORT + 2_000;

    private final Path root;

    UpSplitTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeAll
    void build() throws IOException {
        UpProcess.build(root);
    }

    @Test
    void makesEachServiceAProcessBehindAGatewayAndTellsItOfTheOthers() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            assertThat(up.output())
                    .contains(
                            "api-gateway          | stub is told SERVICE_NAME=api-gateway",
                            "api-gateway          | stub is told MODULES=none",
                            "notification-service | stub is told SERVICE_NAME=notification-service",
                            "notification-service | stub is told MODULES=notifications,audit",
                            "auth-service         | stub is told SERVICES=users=127.0.0.1:%d;auth=127.0.0.1:%d;"
                                    .formatted(GRPC + 1, GRPC + 2),
                            "order-service        | stub is told ENABLE_KAFKA=true",
                            "order-service        | stub is told ENABLE_REDIS_CACHE=null");
        }
    }

    @Test
    void makesEachGroupAProcessAndOneOfTheRest() throws Exception {
        try (UpProcess up =
                new UpProcess(root, PLAIN, "--group", "users,auth", "--group", "orders,payments").awaitReady()) {
            assertThat(up.output())
                    .contains(
                            "users+auth          | stub is told MODULES=users,auth",
                            "orders+payments     | stub is told MODULES=orders,payments",
                            "notifications+audit | stub is told MODULES=notifications,audit");
        }
    }

    @Test
    void refusesAGroupOfWhatIsNoModule() throws Exception {
        UpProcess up = new UpProcess(root, PLAIN, "--group", "users,shop");
        assertThat(up.exitCode()).isEqualTo(Refusal.USAGE);
        assertThat(up.output()).isEqualTo("--group: \"shop\" is no module, or is named twice%n".formatted());
    }

    @Test
    void refusesAModuleInTwoGroups() throws Exception {
        assertThat(new UpProcess(root, PLAIN, "--group", "users", "--group", "users,auth").exitCode())
                .isEqualTo(Refusal.USAGE);
    }

    @Test
    void refusesToSplitWhatIsGrouped() throws Exception {
        assertThat(new UpProcess(root, PLAIN, "--split", "--group", "users").exitCode())
                .isEqualTo(Refusal.USAGE);
    }

    @Test
    void stopsOneProcessAlone() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            assertThat(up.ask("stop", "payments").text()).isEqualTo("payment-service is stopped\n");
            assertThat(IntStream.range(UpProcess.PORT, UpProcess.PORT + 6).filter(port -> !Ports.isTaken(port)))
                    .containsExactly(PAYMENTS_PORT);
        }
    }

    @Test
    void startsItAgain() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            up.ask("stop", "payment-service");
            assertThat(up.ask("start", "payments").text()).isEqualTo("payment-service is ready\n");
            assertThat(Ports.isTaken(PAYMENTS_PORT)).isTrue();
        }
    }

    @Test
    void saysWhatRunsAndWhatDoesNot() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            up.ask("stop", "payments");
            assertThat(up.ask("status").text())
                    .containsPattern("api-gateway +%d +\\d+ MiB +up\n".formatted(UpProcess.PORT))
                    .containsPattern("payment-service +%d +- +stopped\n".formatted(PAYMENTS_PORT))
                    .containsPattern("Kafka +yours, from KAFKA_BROKERS\n");
        }
    }

    @Test
    void namesTheProcessesWhereOneIsUnknown() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--group", "users,auth").awaitReady()) {
            assertThat(up.ask("stop", "shop"))
                    .isEqualTo(
                            new UpProcess.Answer(
                                    Refusal.USAGE,
                                    "\"shop\" is no process here, those are api-gateway, users+auth, notifications+audit+payments+orders\n"));
        }
    }

    @Test
    void startsNothingThatRuns() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            assertThat(up.ask("start", "users"))
                    .isEqualTo(new UpProcess.Answer(Refusal.TRY_LATER, "user-service runs already\n"));
        }
    }

    @Test
    void saysThatNothingRuns() throws Exception {
        assertThat(UpProcess.ask(root, "status").exitCode()).isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void goesOnWhenAProcessDies() throws Exception {
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            assertThatThrownBy(() -> new Http(PAYMENTS_PORT).get("/die", null)).isInstanceOf(IOException.class);
            up.awaitOutput("payment-service ended with 42: start it by ./mstv start payment-service");
            assertThat(up.ask("start", "payments").exitCode()).isZero();
        }
    }

    @Test
    void endsWithTheExitCodeOfAProcessThatDoesNotStart() throws Exception {
        UpProcess up = new UpProcess(
                root,
                Map.of(
                        "STUB_EXIT_CODE",
                        "78",
                        "DATABASE_URL",
                        "postgresql://elsewhere/shop",
                        "KAFKA_BROKERS",
                        "elsewhere:9092"),
                "--split");
        assertThat(up.exitCode()).isEqualTo(78);
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        new UpProcess(root, PLAIN, "--split").awaitReady().close();
        assertThat(IntStream.range(UpProcess.PORT, UpProcess.PORT + 6)).noneMatch(Ports::isTaken);
    }

    @Test
    void takesOverWhatAKilledRunLeftBehind() throws Exception {
        UpProcess killed = new UpProcess(root, PLAIN, "--split").awaitReady();
        killed.kill();
        killed.exitCode();
        try (UpProcess up = new UpProcess(root, PLAIN, "--split").awaitReady()) {
            assertThat(up.ask("status").exitCode()).isZero();
        }
    }
}
