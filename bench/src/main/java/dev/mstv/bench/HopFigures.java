package dev.mstv.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What it costs that a module runs elsewhere: the same request, asked of its process and through others.
 *
 * @param loads on many connections
 * @param alone on one, with nothing else to do
 */
record HopFigures(Comparison loads, Comparison alone) {

    static final String DIRECT = "asked of the process of every module";
    static final String GATEWAY = "through a gateway before that process";
    static final String SPLIT = "through a gateway before five services";

    static HopFigures of(Map<String, Load> targets, int rounds, Duration time) {
        Comparison loads = Comparison.of(targets, rounds, time);
        Map<String, Load> alone = new LinkedHashMap<>();
        targets.forEach((name, load) -> alone.put(name, load.alone()));
        return new HopFigures(loads, Comparison.of(alone, rounds, time));
    }

    String table() {
        LoadResult direct = result(loads, DIRECT);
        StringBuilder table =
                new StringBuilder("| `GET /users/{id}` with a JWT | requests/s | of direct | p50, ms | p99, ms"
                        + " | p50 on one connection, ms | more than direct, ms |\n|---|--:|--:|--:|--:|--:|--:|\n");
        loads.medians()
                .forEach((name, result) -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.2f | %.1f | %.1f | %.2f | %.2f |%n",
                        name,
                        result.perSecond(),
                        result.perSecond() / direct.perSecond(),
                        result.median() / 1000.0,
                        result.p99() / 1000.0,
                        result(alone, name).median() / 1000.0,
                        (result(alone, name).median() - result(alone, DIRECT).median()) / 1000.0)));
        return table.toString();
    }

    private static LoadResult result(Comparison of, String name) {
        return Objects.requireNonNull(of.medians().get(name));
    }
}
