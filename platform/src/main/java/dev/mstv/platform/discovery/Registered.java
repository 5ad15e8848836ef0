package dev.mstv.platform.discovery;

import java.util.List;
import java.util.stream.Stream;
import org.kiwiproject.consul.model.health.Service;
import org.kiwiproject.consul.model.health.ServiceHealth;

/** Reads what {@link Registration} wrote. */
final class Registered {

    /** In the metadata of an instance: the modules that run there, with commas. */
    static final String MODULES = "modules";

    private static final int MAX_PORT = 65_535;

    private Registered() {}

    /** The instances that run a module, in an order. One that does not say what it runs has every module of its service. */
    static List<Instance> of(String module, List<ServiceHealth> healthy) {
        return healthy.stream()
                .filter(instance -> runs(module, instance.getService()))
                .flatMap(Registered::address)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean runs(String module, Service service) {
        String modules = service.getMeta().get(MODULES);
        return modules == null || List.of(modules.split(",", -1)).contains(module);
    }

    private static Stream<Instance> address(ServiceHealth instance) {
        Service service = instance.getService();
        // As Consul documents it: without an address of its own a service has that of its node.
        String host = service.getAddress().isBlank() ? instance.getNode().getAddress() : service.getAddress();
        return host.isBlank() || service.getPort() < 1 || service.getPort() > MAX_PORT
                ? Stream.empty()
                : Stream.of(new Instance(host, service.getPort()));
    }
}
