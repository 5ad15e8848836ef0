package dev.mstv.devstack.consul;

import dev.mstv.devstack.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Not Consul: a stub that speaks what MSTV uses of the
 * <a href="https://developer.hashicorp.com/consul/api-docs">documented API</a> of an agent, on loopback, in this JVM.
 * Registration with HTTP checks that are really made, health by service, keys and values with transactions, blocking
 * queries, and a token, if one is asked for. It has one node, no datacenters and no consensus, and keeps nothing on a disk.
 * Thread-safe.
 */
public final class ConsulStub implements AutoCloseable {

    private final int port;
    private final StubServer server;
    private StubState state;

    private ConsulStub(Optional<String> token) {
        this.port = Ports.free();
        this.server = new StubServer(port, token);
        this.state = new StubState();
        server.start(state);
    }

    /** Starts one on a free port. */
    public static ConsulStub start() {
        return new ConsulStub(Optional.empty());
    }

    /** Starts one that refuses whoever does not send the token. */
    public static ConsulStub withToken(String token) {
        return new ConsulStub(Optional.of(token));
    }

    /** Where clients connect: this host and {@link #port}. */
    public String host() {
        return StubServer.HOST;
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return port;
    }

    /** Breaks connections and refuses new ones; what it knows stays. Does nothing if it does not run. */
    public synchronized void stop() {
        server.stop();
    }

    /** Starts it again, with what it knew. */
    public synchronized void restart() {
        server.stop();
        server.start(state);
    }

    /** Starts it again as one that knows nothing and counts its changes from the beginning. */
    public synchronized void restartEmpty() {
        server.stop();
        state = new StubState();
        server.start(state);
    }

    /** Takes requests and answers none, until {@link #resume}. */
    public void suspend() {
        server.suspend();
    }

    public void resume() {
        server.resume();
    }

    /** How many requests it has taken. */
    public long requests() {
        return server.requests();
    }

    /** The instances that are registered under a service, healthy or not. */
    public synchronized List<StubService> registered(String service) {
        return state.services().named(service);
    }

    /** Those of them whose checks pass. */
    public synchronized List<StubService> healthy(String service) {
        return registered(service).stream().filter(StubService::passing).toList();
    }

    /** Registers something that has no process and no check: it is healthy until it is forgotten. */
    public synchronized void register(
            String id, String service, String host, int servicePort, Map<String, String> meta) {
        state.services().put(StubService.without(id, service, host, servicePort, meta));
    }

    /** Registers something whose check is made at this URL, as often as said. */
    public synchronized void register(
            String id, String service, String host, int servicePort, String url, Duration interval) {
        state.services().put(StubService.checked(id, service, host, servicePort, url, interval));
    }

    /** Loses an instance, as an agent does that was started anew. */
    public synchronized void forget(String id) {
        state.services().remove(id);
    }

    /** Sets a key by hand. */
    public synchronized void put(String key, String value) {
        state.keys().put(key, value);
    }

    /** Removes a key by hand. */
    public synchronized void delete(String key) {
        state.keys().delete(key);
    }

    public synchronized Optional<String> get(String key) {
        return state.keys().get(key);
    }

    @Override
    public void close() {
        stop();
    }
}
