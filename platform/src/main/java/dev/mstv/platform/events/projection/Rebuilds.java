package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.events.projection.RebuildRequest.Begun;
import dev.mstv.platform.events.projection.RebuildRequest.Running;
import dev.mstv.platform.events.projection.RebuildRequest.Unknown;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes read models anew: when somebody asks for it, and by itself where there is none yet or where a process has died
 * over it. Of all nodes one makes each. Thread-safe.
 */
@Singleton
final class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(5);

    private final Projections projections;
    private final MeterRegistry meters;
    private final Map<Projection<?>, String> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("rebuild-", 0).factory());

    Rebuilds(Projections projections, MeterRegistry meters) {
        this.projections = projections;
        this.meters = meters;
    }

    /** Begins to make a projection anew, in the name of the current call. */
    RebuildRequest begin(String name) {
        Optional<Projection<?>> projection = projections.named(name);
        return projection.isEmpty() ? new Unknown() : begin(projection.get(), CallContext.current());
    }

    private RebuildRequest begin(Projection<?> projection, CallContext call) {
        Rebuild.Module module = projections.module(projection);
        String holder = UUID.randomUUID().toString();
        Optional<Long> generation = module.transactions()
                .inTransaction(module.name(), () -> module.table().claim(projection.name(), holder, LEASE));
        if (generation.isEmpty()) {
            return new Running();
        }
        running.put(projection, holder);
        threads.execute(() -> make(projection, module, holder, generation.get(), call));
        return new Begun(generation.get());
    }

    private void make(
            Projection<?> projection, Rebuild.Module module, String holder, long generation, CallContext call) {
        Rebuild<?> rebuild = new Rebuild<>(projection, module, holder, generation, counter(projection), () -> stopping);
        try {
            ProjectionRebuilt done = call.call(rebuild::run);
            LOG.info("Made {} anew: {} events in {} s", done.projection(), done.events(), done.seconds());
        } catch (RuntimeException e) {
            // Told to who looks at the projection; what is read is as it was.
            LOG.error("{} could not be made anew", projection.name(), e);
            giveUp(projection, module, holder, generation, e);
        } finally {
            running.remove(projection, holder);
        }
    }

    private static void giveUp(
            Projection<?> projection, Rebuild.Module module, String holder, long generation, RuntimeException why) {
        try {
            module.table().giveUp(projection.name(), holder, generation, why.toString());
        } catch (Refusal refusal) {
            LOG.warn("{} stays claimed until the lease is over: {}", projection.name(), refusal.getMessage());
        }
    }

    private Counter counter(Projection<?> projection) {
        return Counter.builder("mstv.projection.events")
                .description("Events that were applied to a read model while it was made anew")
                .tag("projection", projection.name())
                .register(meters);
    }

    @Scheduled(fixedDelay = "5s")
    void look() {
        for (Projection<?> projection : projections.all()) {
            try {
                makeIfWanted(projection);
                dropRetired(projection);
            } catch (Refusal refusal) {
                LOG.debug("{} cannot be looked after now", projection.name(), refusal);
            }
        }
    }

    private void makeIfWanted(Projection<?> projection) {
        ProjectionTable table = projections.module(projection).table();
        long live = table.live(projection.name()).orElse(0L);
        // Asked also where there is none: nothing is begun while its store is away.
        if (!projection.kept(live) && table.lost(projection.name(), live)) {
            LOG.error("{} has lost generation {}, and is made anew", projection.name(), live);
        }
        if (table.wanted(projection.name(), PAUSE)) {
            RebuildRequest unused = begin(projection, CallContext.ofProcess());
        }
    }

    private void dropRetired(Projection<?> projection) {
        RetiredGenerations retired = projections.module(projection).table().retired();
        for (long generation : retired.here(projection.name())) {
            projection.drop(generation);
            retired.forget(projection.name(), generation);
        }
        retired.dropLeftTables(projection.name());
    }

    @Scheduled(fixedDelay = "4s")
    void renew() {
        running.forEach((projection, holder) -> {
            try {
                projections.module(projection).table().renew(projection.name(), holder, LEASE);
            } catch (Refusal refusal) {
                LOG.warn("The lease of {} cannot be renewed now: {}", projection.name(), refusal.getMessage());
            }
        });
    }

    @PreDestroy
    void close() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A read model is still being made; another process begins anew when its lease is over");
            threads.shutdownNow();
        }
    }
}
