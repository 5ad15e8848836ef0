package dev.mstv.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What {@link BusBenchmark} found, per message. */
record BusFigures(double nanos, double error, double bytes) {

    static BusFigures measure(boolean brief) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(BusBenchmark.class.getName()).addProfiler(GCProfiler.class);
        if (brief) {
            options.forks(1).warmupIterations(1).measurementIterations(1);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        RunResult result = results.iterator().next();
        return new BusFigures(
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }

    String table() {
        return String.format(
                Locale.ROOT,
                "| | measured | bound |%n|---|--:|--:|%n| time per message | %.0f ± %.0f ns | 3000 ns |%n"
                        + "| allocated per message | %.0f B | 2048 B |%n",
                nanos,
                error,
                bytes);
    }
}
