package dev.mstv.platform.config;

import java.util.List;
import java.util.Set;

/**
 * How the process listens to HTTP.
 *
 * @param port 0 lets the system choose one
 * @param bodyLimit bytes of a request's body
 * @param allowedOrigins origins that browsers may call from; {@code *} is any
 * @param trustedProxies networks whose word about the client's address is believed
 * @param metricsPort where {@code /metrics} is; 0 is the port of everything else
 */
public record HttpSettings(
        String host,
        int port,
        int bodyLimit,
        Set<String> allowedOrigins,
        List<Network> trustedProxies,
        boolean metrics,
        int metricsPort) {

    private static final int MEBIBYTE = 1_048_576;

    /** Notes as faults which ports are not to be had. */
    public void requirePorts(Variables variables) {
        FreePort.require("PORT", host, port, variables);
        FreePort.require("PROMETHEUS_PORT", host, metricsPort, variables);
    }

    static HttpSettings read(Variables variables, Mode mode, int defaultPort) {
        Set<String> origins = variables.list("ALLOWED_ORIGINS");
        if (mode == Mode.PRODUCTION && origins.contains("*")) {
            variables.fault("ALLOWED_ORIGINS", "must name the origins in production, * is not allowed");
        }
        return new HttpSettings(
                variables.text("SERVICE_HOST", mode == Mode.PRODUCTION ? "0.0.0.0" : "127.0.0.1"),
                (int) variables.number("PORT", defaultPort, 0, 65_535),
                (int) variables.number("BODY_LIMIT", MEBIBYTE, 1024, 64L * MEBIBYTE),
                origins.isEmpty() && mode != Mode.PRODUCTION ? Set.of("*") : origins,
                variables.list("TRUSTED_PROXIES").stream()
                        .map(network -> variables.parsed(
                                "TRUSTED_PROXIES",
                                Network.NONE,
                                "a list of networks such as 10.0.0.0/8",
                                any -> Network.parse(network)))
                        .distinct()
                        .toList(),
                variables.flag("ENABLE_PROMETHEUS_METRICS", true),
                (int) variables.number("PROMETHEUS_PORT", 0, 0, 65_535));
    }
}
