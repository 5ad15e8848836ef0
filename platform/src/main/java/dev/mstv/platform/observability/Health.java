package dev.mstv.platform.observability;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this process can do its work: it has started, is not stopping, and what it depends on is there. */
@Singleton
public final class Health implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<HealthCheck> checks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean serving;
    private @Nullable Report last;
    private boolean lastServing;
    private long asked;

    Health(List<HealthChecks> checks) {
        this.checks = checks.stream().flatMap(some -> some.all().stream()).toList();
    }

    /** What {@link #check} found. */
    public record Report(Status status, Map<String, HealthState> details) {

        public Report {
            details = new TreeMap<>(details);
        }

        private static Report of(Map<String, HealthState> details) {
            Status worst = details.values().stream()
                    .map(HealthState::status)
                    .max(Comparator.naturalOrder())
                    .orElse(Status.UP);
            return new Report(worst, details);
        }

        /** Whether it can do its work, well or not so well. */
        public boolean working() {
            return status != Status.DOWN;
        }
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        serving = true;
    }

    /** Says from now on that this process takes no more work. */
    public void drain() {
        serving = false;
    }

    /** The state of now or of a moment ago: however many ask, everything is asked about once a second at most. */
    public synchronized Report check() {
        long now = System.nanoTime();
        if (last == null || serving != lastServing || now - asked > FRESH.toNanos()) {
            lastServing = serving;
            last = ask();
            asked = System.nanoTime();
        }
        return last;
    }

    // Asks everything at once, and does not wait for what does not answer in time.
    private Report ask() {
        Map<String, CompletableFuture<HealthState>> answers = new TreeMap<>();
        checks.forEach(check -> answers.put(check.name(), CompletableFuture.supplyAsync(check::state, threads)));
        Map<String, HealthState> details = new TreeMap<>();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        answers.forEach((name, answer) -> details.put(name, answered(name, answer, patience - System.nanoTime())));
        details.put("process", HealthState.of(serving));
        return Report.of(details);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static HealthState answered(String name, CompletableFuture<HealthState> answer, long nanos) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("{} is down", name, e);
            return HealthState.of(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthState.of(false);
        }
    }
}
