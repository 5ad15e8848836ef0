package dev.mstv.bench;

import dev.mstv.devstack.Postgres;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Receipt;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable;
import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.web.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the stages of the bus cost: a query with nothing behind it, as an edge sends it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class BusBenchmark {

    private final Noop query = new Noop("text", 1);
    private final Postgres postgres = Postgres.temporary();
    private final ApplicationContext context;
    private final Bus bus;
    private final CallContext call;

    public BusBenchmark() {
        postgres.createDatabase("bench");
        Composition composition = new Composition("bench", List.of("bench"), Set.of("bench"), Set.of());
        Variables variables = new Variables(Map.of(
                "DATABASE_URL", postgres.url("bench"),
                "JWT_SECRET", "only-for-a-benchmark-only-for-a-benchmark",
                "ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
        Settings settings = Settings.read(variables, 0);
        context = ApplicationContext.builder()
                .properties(HttpServer.properties(settings))
                .properties(composition.properties())
                .properties(EventTransport.properties(settings.events(), composition))
                .singletons(settings, new LiveSettings(variables), composition, new ServiceTable(List.of(), Map.of()))
                .banner(false)
                .start();
        bus = context.getBean(Bus.class);
        call = new CallContext(
                new Caller.User(UUID.randomUUID(), "user", UUID.randomUUID()),
                new Client("127.0.0.1", null),
                "request",
                Trace.begin(),
                System.nanoTime() + TimeUnit.HOURS.toNanos(1),
                null,
                ConsistencyToken.NONE,
                null,
                new Receipt(),
                null,
                CallContext.STAYS,
                new AtomicInteger());
    }

    @TearDown
    public void stop() {
        context.close();
        postgres.close();
    }

    /** All stages; a context is bound once per call, as the edges do. */
    @Benchmark
    public int allStages() {
        return call.call(() -> bus.ask(query));
    }
}
