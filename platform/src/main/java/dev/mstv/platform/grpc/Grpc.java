package dev.mstv.platform.grpc;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.composition.Protocol;
import dev.mstv.platform.config.BusSettings;
import java.util.Map;

/** Which parts of gRPC a process has, in the framework's terms. */
public final class Grpc {

    static final String SERVER = "mstv.grpc.server";
    static final String EDGE = "mstv.grpc.edge";
    static final String REMOTE = "mstv.grpc.remote";

    private Grpc() {}

    /** A process listens for other processes, for clients, or for both at the same port. */
    public static boolean listens(BusSettings settings, Composition composition) {
        return servesModules(settings, composition) || servesClients(settings, composition);
    }

    /** It serves others if it has a module and a secret by which they prove themselves. */
    static boolean servesModules(BusSettings settings, Composition composition) {
        return settings.grpc()
                && settings.secret() != null
                && !composition.modules().isEmpty();
    }

    private static boolean servesClients(BusSettings settings, Composition composition) {
        return settings.grpc() && composition.protocols().contains(Protocol.GRPC);
    }

    /** It calls others if there is a module that it does not have. */
    public static Map<String, Object> properties(BusSettings settings, Composition composition) {
        return Map.of(
                SERVER, listens(settings, composition),
                EDGE, servesClients(settings, composition),
                REMOTE, settings.secret() != null && composition.split());
    }
}
