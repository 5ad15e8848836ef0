package dev.mstv.bench;

import java.util.Locale;

/**
 * What WebSockets cost.
 *
 * @param wanted connections
 * @param connections as many as the limit of open files allows
 * @param rounds how often a message was sent to all
 */
record SocketFigures(int wanted, int connections, int rounds, Side bare, Side mstv) {

    /**
     * One server's.
     *
     * @param resident bytes of memory for each connection
     * @param live bytes of them that are objects in use
     * @param millis until a message is with all
     */
    record Side(double resident, double live, double millis) {}

    String table() {
        return "| " + connections + " WebSockets | resident each, KiB | of bare | live heap each, KiB | of bare"
                + " | a message to all, ms | of bare |\n|---|--:|--:|--:|--:|--:|--:|\n"
                + row("bare Netty", bare)
                + row("MSTV, `/ws` with a JWT", mstv)
                + shortfall();
    }

    private String row(String name, Side side) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f | %.2f | %.1f | %.2f |%n",
                name,
                side.resident() / 1024,
                side.resident() / bare.resident(),
                side.live() / 1024,
                side.live() / bare.live(),
                side.millis(),
                side.millis() / bare.millis());
    }

    private String shortfall() {
        return connections == wanted
                ? ""
                : "\nMeant for " + wanted
                        + " connections: the limit of open files (`ulimit -n`) allows no more here.\n";
    }
}
