package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What a run was like, as a table; and what the processes of the application said in it. */
record ChaosReport(Chaos chaos, Duration took) {

    void publish() {
        String text = toString();
        System.out.println(text);
        try {
            Path directory = Path.of("target", "chaos-" + chaos.plan().transport());
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("report.md"), text);
            int node = 0;
            for (Node one : chaos.nodes()) {
                node++;
                Files.writeString(directory.resolve("application-" + node + ".log"), one.said());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        List<Duration> recoveries =
                chaos.killer().recoveries().stream().sorted().toList();
        List<String> stored = chaos.store().ids();
        List<Topics.Arrival> arrivals = chaos.arrivals();
        List<String> effects = chaos.effects().recorded();
        long distinct = arrivals.stream().map(Topics.Arrival::id).distinct().count();
        return """

                | Chaos: %s | |
                |---|---|
                | took | %d s |
                | commands acknowledged | %d |
                | sent again with their key | %d |
                | left open | %d |
                | events stored | %d |
                | killed | %s |
                | sent after everything ran again: median, longest | %d ms, %d ms |
                | events on the broker | %d |
                | of them more than once | %d |
                | effects on the audit trail | %d |
                | of them more than once | %d |
                | acknowledged and lost | %d |
                """.formatted(
                chaos.plan(),
                took.toSeconds(),
                chaos.ledger().acknowledged(),
                chaos.ledger().retried(),
                chaos.ledger().open(),
                stored.size(),
                chaos.killer().killed(),
                recoveries.get(recoveries.size() / 2).toMillis(),
                recoveries.stream().max(Comparator.naturalOrder()).orElseThrow().toMillis(),
                distinct,
                arrivals.size() - distinct,
                effects.size(),
                effects.size() - effects.stream().distinct().count(),
                lost());
    }

    private long lost() {
        var there = chaos.store().byRequest();
        return chaos.ledger().expected().stream()
                .filter(expected -> !there.containsKey(expected))
                .count();
    }
}
