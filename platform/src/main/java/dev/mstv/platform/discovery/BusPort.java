package dev.mstv.platform.discovery;

import dev.mstv.platform.config.Variables;

/** Where this process listens to the bus. */
public record BusPort(int value) {

    private static final int MAX_PORT = 65_535;

    /** As {@code GRPC_PORT} says; what is wrong there is a fault of {@code variables}. */
    public static BusPort read(Variables variables, int otherwise) {
        return new BusPort((int) variables.number("GRPC_PORT", otherwise, 1, MAX_PORT));
    }
}
