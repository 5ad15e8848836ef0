package dev.mstv.platform.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the Consul agent is, and whether it is used.
 *
 * @param host a name or an address, without brackets
 * @param token sent with every request; empty if the agent wants none. Never printed.
 */
public record ConsulSettings(boolean on, String host, int port, Optional<String> token) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int DEFAULT_PORT = 8500;
    private static final int MAX_PORT = 65_535;

    static ConsulSettings read(Variables variables) {
        return new ConsulSettings(
                variables.flag("ENABLE_CONSUL_DISCOVERY", false),
                variables.parsed("CONSUL_HOST", "localhost", "a host name or an IP address", ConsulSettings::host),
                (int) variables.number("CONSUL_PORT", DEFAULT_PORT, 1, MAX_PORT),
                variables.text("CONSUL_TOKEN"));
    }

    @Override
    public String toString() {
        return "ConsulSettings[on=" + on + ", " + host + ':' + port + ']';
    }

    private static String host(String text) {
        String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException();
        }
        return host;
    }
}
