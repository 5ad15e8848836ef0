package dev.mstv.platform.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before anything is started that a port is not to be had; afterwards that is one complaint of many. */
final class FreePort {

    private FreePort() {}

    /** Notes a fault if nobody can listen there now; 0, which is any port, is never one. */
    static void require(String variable, String host, int port, Variables variables) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            variables.fault(variable, port + " cannot be listened at, " + e.getMessage());
        }
    }
}
