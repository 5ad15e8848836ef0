package dev.mstv.platform.discovery;

import dev.mstv.platform.config.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services into which the application is split, handed over by it: every module is in exactly one of them, and the one
 * without a module is the gateway.
 *
 * @param addresses by module, where its processes are if nobody else knows
 */
public record ServiceTable(List<Service> services, Map<String, List<Instance>> addresses) {

    /**
     * A row of the table.
     *
     * @param modules that it runs
     * @param grpcPort on which it listens to the bus by default
     */
    public record Service(String name, Set<String> modules, int grpcPort) {

        public Service {
            modules = Set.copyOf(modules);
        }
    }

    public ServiceTable {
        services = List.copyOf(services);
        addresses = Map.copyOf(addresses);
    }

    /** The table with the addresses of {@code SERVICES}; what is wrong there is a fault of {@code variables}. */
    public static ServiceTable read(List<Service> services, Variables variables) {
        return new ServiceTable(services, Addresses.read(services, variables));
    }

    /** The service that runs a module by default; empty if there is no such module. */
    public Optional<Service> of(String module) {
        return services.stream()
                .filter(service -> service.modules().contains(module))
                .findFirst();
    }
}
