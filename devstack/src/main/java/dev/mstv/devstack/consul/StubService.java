package dev.mstv.devstack.consul;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A registered instance.
 *
 * @param address empty if it has that of its node
 * @param check empty if it has none
 */
public record StubService(
        String id,
        String name,
        String address,
        int port,
        Map<String, String> meta,
        Optional<Check> check,
        Status status) {

    /** As Consul has them. */
    public enum Status {
        PASSING,
        CRITICAL
    }

    /**
     * A check by HTTP.
     *
     * @param goneAfter how long it may be critical until the instance is removed
     */
    public record Check(String url, Duration interval, Duration timeout, Duration goneAfter) {}

    public StubService {
        meta = Map.copyOf(meta);
    }

    static StubService without(String id, String name, String address, int port, Map<String, String> meta) {
        return new StubService(id, name, address, port, meta, Optional.empty(), Status.PASSING);
    }

    static StubService checked(String id, String name, String address, int port, String url, Duration interval) {
        Check check = new Check(url, interval, interval, Duration.ofMinutes(1));
        return new StubService(id, name, address, port, Map.of(), Optional.of(check), Status.PASSING);
    }

    /** Whether it is healthy. */
    public boolean passing() {
        return status == Status.PASSING;
    }

    StubService with(Status found) {
        return new StubService(id, name, address, port, meta, check, found);
    }
}
