package dev.mstv.platform.discovery;

import dev.mstv.platform.config.ConsulSettings;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;

/**
 * The host by which other processes reach this one.
 *
 * @param host empty if it is the one by which they reach the agent, which then is on this machine
 */
record Advertised(Optional<String> host) {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Of a process that listens at {@code bound}. If that is every address of the machine, it is the one by which the
     * machine reaches the agent.
     *
     * @throws SocketException if the machine does not reach it
     */
    static Advertised of(String bound, ConsulSettings consul) throws SocketException {
        return EVERY_ADDRESS.contains(bound)
                ? new Advertised(towards(consul))
                : new Advertised(Optional.of(bound.replaceAll("[\\[\\]]", "")));
    }

    /** By which the agent reaches it, as in a URL. */
    String forAgent() {
        String reached = host.orElse(LOOPBACK);
        return reached.contains(":") ? '[' + reached + ']' : reached;
    }

    // Connecting sends nothing: it asks the system which of its addresses it would use.
    private static Optional<String> towards(ConsulSettings consul) throws SocketException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(consul.host(), consul.port()));
            InetAddress own = socket.getLocalAddress();
            return own.isLoopbackAddress() || own.isAnyLocalAddress()
                    ? Optional.empty()
                    : Optional.of(own.getHostAddress().replaceFirst("%.*", ""));
        }
    }
}
