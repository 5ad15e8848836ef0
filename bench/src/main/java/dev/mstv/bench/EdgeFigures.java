package dev.mstv.bench;

import java.time.Duration;

/** What the edges beside REST cost, each beside a bare server of the same library. */
record EdgeFigures(SocketFigures sockets, GrpcFigures grpc, MqttFigures mqtt) {

    private static final int CONNECTIONS = 10_000;
    private static final int FEW_CONNECTIONS = 200;

    /** Says what it has found of each as soon as it has. */
    static EdgeFigures measure(boolean brief) throws Exception {
        int rounds = brief ? 1 : 5;
        Duration time = Duration.ofSeconds(brief ? 1 : 6);
        SocketFigures sockets = SocketBench.measure(brief ? FEW_CONNECTIONS : CONNECTIONS, brief ? 3 : 9);
        System.out.println(sockets.table());
        GrpcFigures grpc = GrpcBench.measure(rounds, time);
        System.out.println(grpc.table());
        MqttFigures mqtt = MqttBench.measure(rounds, time);
        System.out.println(mqtt.table());
        return new EdgeFigures(sockets, grpc, mqtt);
    }

    String table() {
        return sockets.table() + '\n' + grpc.table() + '\n' + mqtt.table();
    }
}
