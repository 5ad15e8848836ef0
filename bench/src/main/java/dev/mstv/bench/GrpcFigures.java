package dev.mstv.bench;

import java.util.Locale;

/**
 * What gRPC costs.
 *
 * @param bareEvents out of all streams of a bare server, per second
 * @param events out of all streams of MSTV, per second
 */
record GrpcFigures(Comparison calls, double bareEvents, double events) {

    static final String BARE = "bare grpc-java, a user from memory";
    static final String BARE_SELECT = "bare grpc-java, a user by one SELECT";
    static final String MSTV = "MSTV, `user.UserService/GetUser` with a JWT";
    static final String REST = "MSTV, `GET /users/{id}` with a JWT";

    String table() {
        return calls.table(GrpcLoad.CALLS + " calls at once", BARE)
                + "\n| " + WatchLoad.STREAMS + " streams of `WatchUsers` | events/s | of bare |\n|---|--:|--:|\n"
                + row("bare grpc-java", bareEvents)
                + row("MSTV, of administrators", events);
    }

    private String row(String name, double perSecond) {
        return String.format(Locale.ROOT, "| %s | %.0f | %.2f |%n", name, perSecond, perSecond / bareEvents);
    }
}
