package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A process that is asked to end while it works hands over what it had to send: others send it at once. */
class HandoverTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 40;

    @Test
    void othersSendWhatItLeavesAtOnce() throws Exception {
        try (Cluster cluster = new Cluster(false, false)) {
            Ledger ledger = new Ledger();
            CountDownLatch end = new CountDownLatch(1);
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(new Client(cluster.nodes(), ledger, end));
                }
                try {
                    assertThat(Polling.until(LIMIT, () -> ledger.acknowledged() > ENOUGH))
                            .isTrue();
                    RunningApp leaving = cluster.nodes().getFirst().app();
                    Outboxes outboxes = new Outboxes(cluster.database());
                    long said = leaving.output().toString().lines().count();
                    leaving.terminate();
                    assertThat(leaving.exitCode(LIMIT)).hasValue(143);
                    Map<String, Long> stored = outboxes.stored();

                    assertThat(Polling.until(AT_ONCE, () -> outboxes.sent(stored)))
                            .isTrue();
                    assertThat(complaints(
                                    leaving.output().all().stream().skip(said).toList()))
                            .isEmpty();
                } finally {
                    end.countDown();
                }
            }
            assertThat(ledger.surprises()).isEmpty();
        }
    }

    /** That an event came before the user whom it is about is none: it is tried again, and may be at any time. */
    private static List<String> complaints(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("WARN") || lines.get(i).contains("ERROR"))
                .filter(i -> i + 1 == lines.size() || !lines.get(i + 1).contains("UnknownRecipientException"))
                .mapToObj(lines::get)
                .toList();
    }
}
