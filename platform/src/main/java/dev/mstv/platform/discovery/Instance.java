package dev.mstv.platform.discovery;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process listens to the bus.
 *
 * @param host a name or an IP address, without brackets
 * @param port from 1 to 65535
 */
public record Instance(String host, int port) implements Comparable<Instance> {

    private static final Comparator<Instance> ORDER =
            Comparator.comparing(Instance::host).thenComparing(Instance::port);
    private static final Pattern TEXT =
            Pattern.compile("(?:([A-Za-z0-9._-]{1,253})|\\[([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)]):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    public Instance {
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("Nobody listens at " + host + ':' + port);
        }
    }

    /**
     * Reads {@code host:port}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static Instance parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not host:port: " + text);
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Instance(host, Integer.parseInt(matcher.group(3)));
    }

    @Override
    public int compareTo(Instance other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
}
