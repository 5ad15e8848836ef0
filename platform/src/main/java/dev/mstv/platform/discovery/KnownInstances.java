package dev.mstv.platform.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kiwiproject.consul.model.health.ServiceHealth;

/**
 * The instances of each module that Consul named last. When it has just come back and knows of none, the last ones stay:
 * those that are there register anew. Thread-safe.
 */
final class KnownInstances {

    /** Longer than a process needs to find out that it is not registered any more. */
    static final Duration SETTLED = Duration.ofSeconds(15);

    private final Map<String, List<Instance>> known = new ConcurrentHashMap<>();

    /** Of a module, in an order; empty if none was ever known. */
    List<Instance> of(String module) {
        return known.getOrDefault(module, List.of());
    }

    /**
     * Takes what Consul says of a service.
     *
     * @param steady for how long it has answered
     * @return whether anything is new
     */
    boolean take(ServiceTable.Service service, List<ServiceHealth> healthy, Duration steady) {
        boolean changed = false;
        for (String module : service.modules()) {
            List<Instance> found = Registered.of(module, healthy);
            if (!found.isEmpty() || steady.compareTo(SETTLED) > 0) {
                List<Instance> before = known.put(module, found);
                changed |= !found.equals(before);
            }
        }
        return changed;
    }
}
