package dev.mstv.bench;

import java.time.Duration;

/** What the edges beside REST cost, each beside a bare server of the same library. */
record EdgeFigures(SocketFigures sockets, GrpcFigures grpc) {

    private static final int CONNECTIONS = 10_000;
    private static final int FEW_CONNECTIONS = 200;

    static EdgeFigures measure(boolean brief) throws Exception {
        GrpcFigures grpc = GrpcBench.measure(brief ? 1 : 5, Duration.ofSeconds(brief ? 1 : 6));
        return new EdgeFigures(SocketBench.measure(brief ? FEW_CONNECTIONS : CONNECTIONS, brief ? 3 : 9), grpc);
    }

    String table() {
        return sockets.table() + '\n' + grpc.table();
    }
}
