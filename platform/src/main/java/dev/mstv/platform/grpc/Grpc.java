package dev.mstv.platform.grpc;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.BusSettings;
import java.util.Map;

/** Which parts of gRPC a process has, in the framework's terms. */
public final class Grpc {

    static final String SERVER = "mstv.grpc.server";
    static final String REMOTE = "mstv.grpc.remote";

    private Grpc() {}

    /**
     * A process listens if it has a module and a secret by which others prove themselves, and calls others if there is a
     * module that it does not have.
     */
    public static Map<String, Object> properties(BusSettings settings, Composition composition) {
        boolean proven = settings.secret() != null;
        return Map.of(
                SERVER, proven && settings.grpc() && !composition.modules().isEmpty(),
                REMOTE, proven && composition.split());
    }
}
