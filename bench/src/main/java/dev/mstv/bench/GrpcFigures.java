package dev.mstv.bench;

import java.util.Locale;
import java.util.Objects;

/**
 * What gRPC costs.
 *
 * @param bareEvents out of all streams of a bare server, per second
 * @param events out of all streams of MSTV, per second
 */
record GrpcFigures(Comparison calls, double bareEvents, double events) {

    static final String BARE = "bare grpc-java, a user from memory";
    static final String MSTV = "MSTV, `user.UserService/GetUser` with a JWT";
    static final String REST = "MSTV, `GET /users/{id}` with a JWT";

    String table() {
        double bare = Objects.requireNonNull(calls.medians().get(BARE)).perSecond();
        StringBuilder table = new StringBuilder("| " + GrpcLoad.CALLS
                + " calls at once | requests/s | of bare | p50, ms | p99, ms |\n|---|--:|--:|--:|--:|\n");
        calls.medians()
                .forEach((name, result) -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.2f | %.1f | %.1f |%n",
                        name,
                        result.perSecond(),
                        result.perSecond() / bare,
                        result.median() / 1000.0,
                        result.p99() / 1000.0)));
        return table.append("\n| ")
                .append(WatchLoad.STREAMS)
                .append(" streams of `WatchUsers` | events/s | of bare |\n|---|--:|--:|\n")
                .append(row("bare grpc-java", bareEvents))
                .append(row("MSTV, of administrators", events))
                .toString();
    }

    private String row(String name, double perSecond) {
        return String.format(Locale.ROOT, "| %s | %.0f | %.2f |%n", name, perSecond, perSecond / bareEvents);
    }
}
