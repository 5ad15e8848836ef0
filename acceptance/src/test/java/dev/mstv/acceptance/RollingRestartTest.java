package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes of each part stand behind a gateway, and all are restarted, one after the other, while people use them.
 * {@code ./mstv rolling} does it with two of each service.
 */
// Set before any test, which the checker does not know.
@SuppressWarnings("NullAway.Init")
class RollingRestartTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SOME = 100;

    private static Deployment deployment;
    private static Visitors visitors;

    @BeforeAll
    static void restartAll() {
        Shape shape =
                Shape.valueOf(System.getProperty("mstv.rolling", "grouped").toUpperCase(Locale.ROOT));
        // More than a busy machine needs: how long it takes is not what is asked about.
        deployment = new Deployment(shape, World.ownDatabase("rolling").with("CB_TIMEOUT", "10s"), 2);
        visitors = new Visitors(deployment.front());
        try {
            awaitSome();
            deployment.nodes().forEach(Node::restart);
            awaitSome();
        } finally {
            visitors.close();
        }
        System.out.printf(
                "%d processes restarted while %d requests were served, %d failed%n",
                deployment.nodes().size(),
                visitors.served(),
                visitors.complaints().size());
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    private static void awaitSome() {
        int enough = visitors.served() + SOME;
        boolean unused = Polling.until(LIMIT, () -> visitors.served() >= enough);
    }

    @Test
    void nobodyNotices() {
        assertThat(visitors.complaints()).isEmpty();
    }

    @Test
    void everyoneIsServedMeanwhile() {
        assertThat(visitors.served()).isGreaterThan(2 * SOME);
    }
}
