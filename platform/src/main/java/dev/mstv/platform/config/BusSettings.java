package dev.mstv.platform.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How processes of one system reach each other. The secret is never printed.
 *
 * @param grpc whether this process listens for gRPC
 * @param port where; 0 for one that the system chooses
 * @param secret by which processes prove that they belong together; null if there is none
 */
public record BusSettings(boolean grpc, int port, @Nullable SecretKey secret) {

    /** In the table of services, the port for gRPC is the one for HTTP and so many more. */
    public static final int GRPC_PORT_OFFSET = 2_000;

    private static final int LEAST_SECRET_BYTES = 32;

    static BusSettings read(Variables variables, int defaultHttpPort) {
        return new BusSettings(
                variables.flag("ENABLE_GRPC", true),
                (int) variables.number(
                        "GRPC_PORT", variables.anyPort() ? 0 : defaultHttpPort + GRPC_PORT_OFFSET, 0, 65_535),
                secret(variables));
    }

    /** Notes as a fault that there is no secret, where some modules run in other processes. */
    public void require(boolean split, Variables variables) {
        if (split && secret == null && variables.text("SERVICE_SECRET").isEmpty()) {
            variables.fault(
                    "SERVICE_SECRET",
                    "is missing, at least 32 bytes are needed where a process does not run every module");
        }
    }

    /** Notes as a fault that the port is not to be had. */
    public void requirePort(String host, Variables variables) {
        FreePort.require("GRPC_PORT", host, port, variables);
    }

    private static @Nullable SecretKey secret(Variables variables) {
        Optional<String> text = variables.text("SERVICE_SECRET");
        if (text.isEmpty()) {
            return null;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET_BYTES) {
            variables.fault("SERVICE_SECRET", "is too short, at least 32 bytes are needed");
            return null;
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public String toString() {
        return "BusSettings[grpc=" + grpc + ", port=" + port + "]";
    }
}
