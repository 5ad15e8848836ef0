package dev.mstv.devstack;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** mongo-java-server, whose data outlive its stops, behind a gate that can be shut. */
final class MongoProtocolServer {

    private final String host;
    private final int port;
    private volatile MongoBackend data = new Memory();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private @Nullable MongoServer running;

    MongoProtocolServer(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Memory that a server does not empty when it stops. */
    private static final class Memory extends MemoryBackend {
        @Override
        public void close() {}
    }

    int port() {
        return port;
    }

    synchronized void start() {
        if (Ports.isTaken(port)) {
            throw new PortInUse(port);
        }
        MongoServer server = new MongoServer(gated());
        server.bind(host, port);
        running = server;
    }

    synchronized void stop() {
        // Its threads do not end while they stand at the gate.
        gate.countDown();
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }

    void forget() {
        data = new Memory();
    }

    synchronized void suspend() {
        if (gate.getCount() == 0) {
            gate = new CountDownLatch(1);
        }
    }

    void resume() {
        gate.countDown();
    }

    private MongoBackend gated() {
        return (MongoBackend) Proxy.newProxyInstance(
                MongoBackend.class.getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> {
                    gate.await();
                    try {
                        return method.invoke(data, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
