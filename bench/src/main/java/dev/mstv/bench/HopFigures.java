package dev.mstv.bench;

import java.util.Locale;
import java.util.Objects;

/** What it costs that a module runs elsewhere: the same request, asked of its process and through others. */
record HopFigures(Comparison loads) {

    static final String DIRECT = "asked of the process of every module";
    static final String GATEWAY = "through a gateway before that process";
    static final String SPLIT = "through a gateway before five services";

    String table() {
        LoadResult direct = Objects.requireNonNull(loads.medians().get(DIRECT));
        StringBuilder table = new StringBuilder(
                "| `GET /users/{id}` with a JWT | requests/s | of direct | p50, ms | p99, ms |\n|---|--:|--:|--:|--:|\n");
        loads.medians()
                .forEach((name, result) -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.2f | %.1f | %.1f |%n",
                        name,
                        result.perSecond(),
                        result.perSecond() / direct.perSecond(),
                        result.median() / 1000.0,
                        result.p99() / 1000.0)));
        return table.toString();
    }
}
