package dev.mstv.platform.composition;

/** The protocols that have edges; their names in {@code PROTOCOLS} are these in lower case. */
public enum Protocol {
    REST(true),
    GRAPHQL(true),
    GRPC(true),
    WEBSOCKET(true),
    SSE(true),
    /** Off by itself, since it needs a broker. */
    MQTT(false);

    private final boolean usual;

    Protocol(boolean usual) {
        this.usual = usual;
    }

    /** Whether it is on where nobody says anything. */
    public boolean usual() {
        return usual;
    }
}
