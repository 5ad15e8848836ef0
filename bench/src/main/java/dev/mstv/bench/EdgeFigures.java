package dev.mstv.bench;

import java.time.Duration;

/** What the edges beside REST cost, each beside a bare server of the same library. */
record EdgeFigures(SocketFigures sockets, GrpcFigures grpc, MqttFigures mqtt) {

    private static final int CONNECTIONS = 10_000;
    private static final int FEW_CONNECTIONS = 200;

    static EdgeFigures measure(boolean brief) throws Exception {
        int rounds = brief ? 1 : 5;
        Duration time = Duration.ofSeconds(brief ? 1 : 6);
        SocketFigures sockets = SocketBench.measure(brief ? FEW_CONNECTIONS : CONNECTIONS, brief ? 3 : 9);
        return new EdgeFigures(sockets, GrpcBench.measure(rounds, time), MqttBench.measure(rounds, time));
    }

    String table() {
        return sockets.table() + '\n' + grpc.table() + '\n' + mqtt.table();
    }
}
