package dev.mstv.bench;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable;
import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.resilience.Lane;
import dev.mstv.platform.resilience.Outbound;
import dev.mstv.platform.resilience.Permit;
import dev.mstv.platform.resilience.Target;
import dev.mstv.platform.web.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

/** What it costs to be let in, and to call something, besides what is called. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class ResilienceBenchmark {

    private final ApplicationContext context;
    private final InboundGuard guard;
    private final Target target;

    public ResilienceBenchmark() {
        Composition composition = new Composition("bench", List.of("bench"), Set.of(), Set.of());
        Variables variables = new Variables(Map.of());
        Settings settings = Settings.read(variables, 0);
        context = ApplicationContext.builder()
                .properties(HttpServer.properties(settings))
                .properties(composition.properties())
                .singletons(settings, new LiveSettings(variables), composition, new ServiceTable(List.of(), Map.of()))
                .banner(false)
                .start();
        guard = context.getBean(InboundGuard.class);
        target = context.getBean(Outbound.class).to("bench");
    }

    @TearDown
    public void stop() {
        context.close();
    }

    /** A request that is let in, and ends. */
    @Benchmark
    public boolean admitted() {
        try (Permit permit = guard.enter(Lane.WORK).orElseThrow()) {
            return permit != null;
        }
    }

    /** A call that is answered at once: its limit, its circuit, its bulkhead, its metrics. */
    @Benchmark
    public int called() {
        return target.call(limit -> 1);
    }

    /** The same, where it might be repeated. */
    @Benchmark
    public int calledIdempotent() {
        return target.callIdempotent(limit -> 1);
    }
}
