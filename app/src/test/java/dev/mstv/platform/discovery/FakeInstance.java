package dev.mstv.platform.discovery;

import com.sun.net.httpserver.HttpServer;
import dev.mstv.devstack.consul.ConsulStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A fake of a process: it says that it is well until it is killed, and does nothing else. */
final class FakeInstance {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int OK = 200;

    private final HttpServer server;

    private FakeInstance(HttpServer server) {
        this.server = server;
    }

    /** Registers it under an id that is its host as well. */
    static FakeInstance start(ConsulStub consul, String id, String service, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        consul.register(id, service, id, port, url, INTERVAL);
        return new FakeInstance(server);
    }

    void kill() {
        server.stop(0);
    }
}
