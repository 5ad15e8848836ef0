package dev.mstv.bench.events;

import java.util.List;
import java.util.Locale;

/**
 * What events cost, beside the limits of the same run.
 *
 * @param jdbc rows per second of plain inserts
 * @param byHand events per second through an outbox by hand
 * @param kafka records per second of a plain producer
 */
public record EventFigures(double jdbc, double byHand, double kafka, List<Row> rows) {

    /**
     * Events through one transport.
     *
     * @param stored how many events the store held when it was measured
     * @param perSecond from the first commit to the last projection
     * @param p50 milliseconds from commit to projection at half that load
     * @param p99 of the same
     */
    public record Row(String transport, long stored, double perSecond, double p50, double p99) {}

    public String table() {
        StringBuilder table = new StringBuilder("| | events/s | of plain inserts | of the same rows by hand"
                + " | of a plain producer | p50 at half, ms | p99 at half, ms |\n|---|--:|--:|--:|--:|--:|--:|\n");
        table.append(line("plain JDBC, one row a commit, 16 connections", jdbc, "", ""));
        table.append(line("the same rows by hand, plain JDBC", byHand, "", ""));
        table.append(line("plain Kafka producer, the same payload", kafka, "", ""));
        for (Row row : rows) {
            table.append(line(
                    "MSTV, commit to projection, " + row.transport() + ", " + row.stored() + " events stored",
                    row.perSecond(),
                    String.format(Locale.ROOT, "%.1f", row.p50()),
                    String.format(Locale.ROOT, "%.1f", row.p99())));
        }
        return table.toString();
    }

    private String line(String name, double perSecond, String p50, String p99) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f | %s | %s |%n",
                name,
                perSecond,
                perSecond / jdbc,
                perSecond / byHand,
                perSecond / kafka,
                p50,
                p99);
    }
}
