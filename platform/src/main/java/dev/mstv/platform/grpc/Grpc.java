package dev.mstv.platform.grpc;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.BusSettings;
import java.util.Map;

/** Which parts of gRPC a process has, in the framework's terms. */
public final class Grpc {

    static final String SERVER = "mstv.grpc.server";
    static final String REMOTE = "mstv.grpc.remote";

    private Grpc() {}

    /** A process listens if it has a module and a secret by which others prove themselves. */
    public static boolean listens(BusSettings settings, Composition composition) {
        return settings.secret() != null
                && settings.grpc()
                && !composition.modules().isEmpty();
    }

    /** It calls others if there is a module that it does not have. */
    public static Map<String, Object> properties(BusSettings settings, Composition composition) {
        return Map.of(SERVER, listens(settings, composition), REMOTE, settings.secret() != null && composition.split());
    }
}
