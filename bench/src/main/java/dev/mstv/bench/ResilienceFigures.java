package dev.mstv.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What {@link ResilienceBenchmark} found, by the names of its methods. */
record ResilienceFigures(Map<String, RunResult> results) {

    static ResilienceFigures measure(boolean brief) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ResilienceBenchmark.class.getName()).addProfiler(GCProfiler.class);
        if (brief) {
            options.forks(1).warmupIterations(1).measurementIterations(1);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return new ResilienceFigures(results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), result -> result)));
    }

    String table() {
        return "| | time | allocated |\n|---|--:|--:|\n"
                + row("a request is let in, and ends", "admitted")
                + row("a call that is answered at once", "called")
                + row("the same, if it may be repeated", "calledIdempotent");
    }

    private String row(String name, String method) {
        RunResult result = Objects.requireNonNull(results.get(method));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f ± %.0f ns | %.0f B |%n",
                name,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }
}
