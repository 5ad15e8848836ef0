package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alert on a metric that nobody writes is silent for ever. */
class AlertsTest {

    private static final Path ALERTS = Path.of("../docs/alerts.yml");
    private static final Pattern METRIC = Pattern.compile("\\bmstv_[a-z_]+");

    private static String metrics;

    @BeforeAll
    static void scrape() {
        // Nothing of what it is told of is there, and nothing is needed for the metrics of them.
        try (RunningApp app = World.ownDatabase("alerts")
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", "127.0.0.1:1")
                .with("READ_MODEL", "mongodb")
                .with("MONGODB_URL", "mongodb://127.0.0.1:1/nothing")
                .with("ENABLE_CONSUL_DISCOVERY", "true")
                .with("CONSUL_PORT", "1")
                .with("ENABLE_HTTPS", "true")
                .with("HTTPS_PORT", "0")
                .with("ENABLE_EMAIL_SERVICE", "true")
                .with("SMTP_HOST", "127.0.0.1")
                .with("SMTP_PORT", "1")
                .with("SMTP_FROM", "mstv@example.com")
                .start()) {
            metrics = app.send(Request.get("/metrics")).expect(200).text();
        }
    }

    static Stream<String> named() throws IOException {
        return METRIC.matcher(Files.readString(ALERTS))
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void theMetricOfAnAlertIsThere(String metric) {
        assertThat(metrics).containsPattern("(?m)^" + metric + "[ {]");
    }
}
