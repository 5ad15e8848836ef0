package dev.mstv.platform.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How the process speaks TLS, to clients of HTTP and gRPC and to other processes of the system.
 *
 * @param port where HTTPS is listened to; 0 lets the system choose one
 * @param certificate the PEM file of the certificate, followed by those that lead to whoever issued it
 * @param key the PEM file of its private key
 * @param authorities the PEM file of those whom calls to other processes trust
 * @param clients whether clients show certificates of their own
 * @param clientAuthorities the PEM file of those who issue the certificates of clients; there if those are looked at
 * @param redirect whether plain HTTP sends clients here
 */
public record TlsSettings(
        int port,
        Path certificate,
        Path key,
        Path authorities,
        Clients clients,
        Optional<Path> clientAuthorities,
        boolean redirect) {

    public static final String CERTIFICATE = "SSL_CERT_PATH";
    public static final String KEY = "SSL_KEY_PATH";
    public static final String AUTHORITIES = "SSL_CA_PATH";
    public static final String CLIENT_AUTHORITIES = "SSL_CLIENT_CA_PATH";

    static final String SWITCH = "ENABLE_HTTPS";

    /** In the table of services, the port for HTTPS is the one for HTTP and so many more. */
    private static final int PORT_OFFSET = 443;

    /** What is asked of clients. */
    public enum Clients {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** Notes as a fault that the port is not to be had. */
    public void requirePort(String host, Variables variables) {
        FreePort.require("HTTPS_PORT", host, port, variables);
    }

    /** Empty if it is off; what is allowed is checked nevertheless. */
    static Optional<TlsSettings> read(Variables variables, int defaultHttpPort) {
        boolean on = variables.flag(SWITCH, false);
        Path certificate = path(variables, CERTIFICATE).orElse(Path.of(""));
        TlsSettings settings = new TlsSettings(
                (int) variables.number(
                        "HTTPS_PORT", variables.anyPort() ? 0 : defaultHttpPort + PORT_OFFSET, 0, 65_535),
                certificate,
                path(variables, KEY).orElse(Path.of("")),
                path(variables, AUTHORITIES).orElse(certificate),
                variables.parsed(
                        "HTTPS_CLIENT_AUTH",
                        Clients.NONE,
                        "none, optional or required",
                        text -> Clients.valueOf(text.toUpperCase(Locale.ROOT))),
                path(variables, CLIENT_AUTHORITIES),
                variables.flag("HTTPS_REDIRECT", false));
        if (!on) {
            return Optional.empty();
        }
        settings.refuseGaps(variables);
        return Optional.of(settings);
    }

    private void refuseGaps(Variables variables) {
        for (String needed : new String[] {CERTIFICATE, KEY}) {
            if (!variables.present(needed)) {
                variables.fault(needed, "is missing where ENABLE_HTTPS is true, the path of a PEM file is needed");
            }
        }
        if (clients != Clients.NONE && clientAuthorities.isEmpty()) {
            variables.fault(
                    CLIENT_AUTHORITIES,
                    "is missing where HTTPS_CLIENT_AUTH is " + clients.name().toLowerCase(Locale.ROOT)
                            + ", the path of a PEM file is needed");
        }
    }

    // Some systems have texts that are no path.
    private static Optional<Path> path(Variables variables, String name) {
        return variables.parsed(name, Optional.empty(), "the path of a file", text -> Optional.of(Path.of(text)));
    }
}
