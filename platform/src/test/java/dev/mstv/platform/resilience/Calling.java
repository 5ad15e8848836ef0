package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Receipt;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.OutboundSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One target, called by a test whose clock stands still. */
final class Calling implements AutoCloseable {

    static final String NAME = "warehouse";
    static final Call<String> ANSWERED = limit -> "yes";
    static final Call<Duration> TELLING_THE_LIMIT = limit -> limit;
    static final Call<String> FAILING = limit -> {
        throw new IOException("connection reset");
    };

    final SettableClock clock = new SettableClock();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Outbound outbound;
    final Target target;

    private final Map<String, String> environment = new HashMap<>(Map.of("RETRY_DELAY", "1", "RETRY_MAX_DELAY", "1"));

    /** With names and values of variables that are not as usual. */
    Calling(String... variables) {
        Variables all = variables(variables);
        this.outbound = new Outbound(Settings.read(all, 0), new LiveSettings(all), clock, meters);
        this.target = outbound.to(NAME);
    }

    /** Settings as the test began with, and these. */
    OutboundSettings changed(String... variables) {
        return OutboundSettings.read(variables(variables));
    }

    /** The problem that the caller of this call has. */
    Problem refused(Call<?> call) {
        return problem(() -> target.call(call));
    }

    static Problem problem(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, work::get).problem();
    }

    void fail(int times) {
        for (int i = 0; i < times; i++) {
            refused(FAILING);
        }
    }

    CircuitState state() {
        return view().state();
    }

    CircuitView view() {
        return outbound.circuit(NAME).orElseThrow();
    }

    /** A call that is answered by refusing it. */
    static Call<String> refusing(ProblemKind kind) {
        return limit -> {
            throw Problem.of(kind, "their_code", "They do not want to.").refusal();
        };
    }

    /** Work for which there is so much time. */
    static <T> T within(Duration time, Supplier<T> work) {
        return new CallContext(
                        Caller.SYSTEM,
                        new Client("127.0.0.1", null),
                        "request",
                        Trace.begin(),
                        System.nanoTime() + time.toNanos(),
                        null,
                        ConsistencyToken.NONE,
                        null,
                        new Receipt(),
                        null,
                        CallContext.STAYS,
                        new AtomicInteger())
                .call(work);
    }

    @Override
    public void close() {
        outbound.close();
    }

    private Variables variables(String... variables) {
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new Variables(environment);
    }
}
