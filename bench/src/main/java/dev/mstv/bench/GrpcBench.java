package dev.mstv.bench;

import dev.mstv.bench.events.WarmUp;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same calls over gRPC of MSTV and of a bare server, in turns. */
final class GrpcBench {

    // One user may have 20 streams.
    private static final int ADMINISTRATORS = 4;
    private static final int MOST_WARM_UPS = 10;
    private static final int ROUNDS_WITHOUT_GAIN = 3;

    private GrpcBench() {}

    static GrpcFigures measure(int rounds, Duration time) throws Exception {
        Path logs = Files.createDirectories(Path.of(".mstv"));
        int port = Ports.free();
        int grpcPort = Ports.free();
        int barePort = Ports.free();
        int selectPort = Ports.free();
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase("bench");
            String url = postgres.url("bench");
            Map<String, String> environment = new HashMap<>(Bench.environment(port, url));
            environment.put("GRPC_PORT", Integer.toString(grpcPort));
            try (ServerProcess _ = ServerProcess.start(
                            List.of("-jar", Bench.APP.toString()), environment, logs.resolve("bench-app.log"));
                    ServerProcess _ = ServerProcess.start(
                            Bench.bare("BareGrpc", barePort), Map.of(), logs.resolve("bench-bare.log"));
                    ServerProcess _ = ServerProcess.start(
                            Bench.bare("BareGrpc", selectPort, Bench.database(url)),
                            Map.of(),
                            logs.resolve("bench-select.log"))) {
                Bench.await(port, "/health/ready");
                Bench.awaitPort(barePort);
                Bench.awaitPort(selectPort);
                List<Person> people = people(port);
                Comparison calls = calls(people.getFirst(), port, grpcPort, barePort, selectPort, rounds, time);
                List<Person> watchers = People.like(people.getFirst(), "admin", ADMINISTRATORS, url);
                try (WatchLoad of = new WatchLoad(grpcPort, watchers, people);
                        WatchLoad beside = new WatchLoad(barePort, watchers, people)) {
                    return watched(calls, beside, of);
                }
            }
        }
    }

    private static List<Person> people(int port) throws IOException {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < WatchLoad.RENAMING; i++) {
            people.add(People.registered(port, "ada-" + i + "@example.com"));
        }
        return people;
    }

    private static Comparison calls(
            Person person, int port, int grpcPort, int barePort, int selectPort, int rounds, Duration time) {
        String id = person.id().toString();
        try (GrpcConnection connection = new GrpcConnection(grpcPort);
                GrpcConnection bare = new GrpcConnection(barePort);
                GrpcConnection select = new GrpcConnection(selectPort)) {
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put(GrpcFigures.BARE, new GrpcLoad(bare.users(person.token()), id));
            targets.put(GrpcFigures.BARE_SELECT, new GrpcLoad(select.users(person.token()), id));
            targets.put(GrpcFigures.MSTV, new GrpcLoad(connection.users(person.token()), id));
            targets.put(
                    GrpcFigures.REST,
                    Load.get(port, "/users/" + id, person.token()).on(GrpcLoad.CALLS));
            return Comparison.of(targets, rounds, time);
        }
    }

    private static GrpcFigures watched(Comparison calls, WatchLoad bare, WatchLoad mstv) {
        Duration time = calls.time();
        WarmUp.of(MOST_WARM_UPS, ROUNDS_WITHOUT_GAIN, () -> bare.perSecond(time));
        WarmUp.of(MOST_WARM_UPS, ROUNDS_WITHOUT_GAIN, () -> mstv.perSecond(time));
        double[] ofBare = new double[calls.rounds()];
        double[] ofMstv = new double[calls.rounds()];
        for (int round = 0; round < calls.rounds(); round++) {
            ofBare[round] = bare.perSecond(time);
            ofMstv[round] = mstv.perSecond(time);
        }
        return new GrpcFigures(calls, Medians.of(ofBare), Medians.of(ofMstv));
    }
}
