package dev.mstv.bench;

import dev.mstv.bench.events.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Loads on several targets in turns, so that what else the machine does falls on all of them alike. */
record Comparison(Map<String, LoadResult> medians, int rounds, Duration time) {

    static final String BARE = "bare, a user from memory";
    static final String BARE_SELECT = "bare, a user by one SELECT";

    private static final int MOST_WARM_UPS = 20;
    private static final int ROUNDS_WITHOUT_GAIN = 4;

    /** Once each target has warmed up, the medians of the rounds by requests per second. */
    static Comparison of(Map<String, ? extends Target> targets, int rounds, Duration time) {
        targets.values()
                .forEach(load -> WarmUp.of(
                        MOST_WARM_UPS, ROUNDS_WITHOUT_GAIN, () -> load.run(time).perSecond()));
        Map<String, List<LoadResult>> results = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            targets.forEach((name, load) ->
                    results.computeIfAbsent(name, any -> new ArrayList<>()).add(load.run(time)));
        }
        Map<String, LoadResult> medians = new LinkedHashMap<>();
        results.forEach((name, all) -> {
            all.sort(Comparator.comparingDouble(LoadResult::perSecond));
            medians.put(name, all.get(all.size() / 2));
        });
        return new Comparison(medians, rounds, time);
    }

    String table() {
        double bare = Objects.requireNonNull(medians.get(BARE)).perSecond();
        double select = Objects.requireNonNull(medians.get(BARE_SELECT)).perSecond();
        StringBuilder table = new StringBuilder("| | requests/s | of bare from memory | of bare with one SELECT |"
                + " p50, ms | p99, ms |\n|---|--:|--:|--:|--:|--:|\n");
        medians.forEach((name, result) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.1f | %.1f |%n",
                name,
                result.perSecond(),
                result.perSecond() / bare,
                result.perSecond() / select,
                result.median() / 1000.0,
                result.p99() / 1000.0)));
        return table.toString();
    }

    /** A line for each, beside one of them. */
    String table(String what, String reference) {
        double of = Objects.requireNonNull(medians.get(reference)).perSecond();
        StringBuilder table = new StringBuilder(
                "| " + what + " | requests/s | of bare | p50, ms | p99, ms |\n|---|--:|--:|--:|--:|\n");
        medians.forEach((name, result) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.1f | %.1f |%n",
                name,
                result.perSecond(),
                result.perSecond() / of,
                result.median() / 1000.0,
                result.p99() / 1000.0)));
        return table.toString();
    }
}
