package dev.mstv.platform.resilience;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the calls of a target come to, as metrics. */
final class TargetMeters {

    private static final String TARGET = "target";

    private final Map<Result, Timer> attempts;
    private final Counter refusedByCircuit;
    private final Counter refusedByBulkhead;
    private final Counter repeated;

    TargetMeters(MeterRegistry meters, Target target) {
        this.attempts = new EnumMap<>(Arrays.stream(Result.values())
                .collect(Collectors.toMap(Function.identity(), result -> timer(meters, target, result))));
        this.refusedByCircuit = refused(meters, target, "circuit");
        this.refusedByBulkhead = refused(meters, target, "bulkhead");
        this.repeated = Counter.builder("mstv.outbound.retries")
                .description("Attempts that repeated another one")
                .tag(TARGET, target.name())
                .register(meters);
        Gauge.builder("mstv.outbound.circuit.open", target, TargetMeters::open)
                .description("1 while calls are refused because the last ones failed, else 0")
                .tag(TARGET, target.name())
                .register(meters);
        Gauge.builder("mstv.outbound.running", target, one -> one.view().running())
                .description("Calls under way")
                .tag(TARGET, target.name())
                .register(meters);
    }

    void attempted(Result result, long nanos) {
        Objects.requireNonNull(attempts.get(result)).record(nanos, TimeUnit.NANOSECONDS);
    }

    void refusedByCircuit() {
        refusedByCircuit.increment();
    }

    void refusedByBulkhead() {
        refusedByBulkhead.increment();
    }

    void repeated() {
        repeated.increment();
    }

    private static double open(Target target) {
        return target.view().state() == CircuitState.OPEN ? 1 : 0;
    }

    private static Timer timer(MeterRegistry meters, Target target, Result result) {
        return Timer.builder("mstv.outbound.attempts")
                .description("Attempts to call a target, by what came of them")
                .tag(TARGET, target.name())
                .tag("result", result.word())
                .register(meters);
    }

    private static Counter refused(MeterRegistry meters, Target target, String by) {
        return Counter.builder("mstv.outbound.refused")
                .description("Calls that were not made")
                .tag(TARGET, target.name())
                .tag("by", by)
                .register(meters);
    }
}
