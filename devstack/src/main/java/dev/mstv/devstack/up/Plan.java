package dev.mstv.devstack.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the application is cut into processes.
 *
 * @param parts the first is the one that clients talk to
 */
record Plan(List<Part> parts) {

    private static final int GRPC_OFFSET = 2_000;

    private static final Service GATEWAY = new Service("api-gateway", List.of());

    /** The application's own table, in the order of its ports. */
    private static final List<Service> SERVICES = List.of(
            new Service("user-service", List.of("users")),
            new Service("auth-service", List.of("auth")),
            new Service("notification-service", List.of("notifications", "audit")),
            new Service("payment-service", List.of("payments")),
            new Service("order-service", List.of("orders")));

    private record Service(String name, List<String> modules) {

        static Service of(List<String> group) {
            return new Service(String.join("+", group), group);
        }

        String addresses(int port) {
            return modules.stream()
                    .map(module -> module + "=127.0.0.1:" + (port + GRPC_OFFSET))
                    .collect(Collectors.joining(";"));
        }
    }

    Plan {
        parts = List.copyOf(parts);
    }

    /** What is asked for, from this port upwards; modules that no group names are one more group. */
    static Plan of(Options options, int port) {
        if (options.split()) {
            return behindGateway(SERVICES, port);
        }
        if (!options.groups().isEmpty()) {
            return behindGateway(grouped(options.groups()), port);
        }
        return new Plan(List.of(new Part("application", List.of(), port, Map.of("PORT", Integer.toString(port)))));
    }

    Part front() {
        return parts.getFirst();
    }

    boolean isSplit() {
        return parts.size() > 1;
    }

    private static List<Service> grouped(List<List<String>> groups) {
        List<String> unnamed = new ArrayList<>(
                SERVICES.stream().flatMap(service -> service.modules().stream()).toList());
        groups.stream().flatMap(List::stream).forEach(module -> {
            if (!unnamed.remove(module)) {
                throw new Refusal(Refusal.USAGE, "--group: \"" + module + "\" is no module, or is named twice");
            }
        });
        List<Service> services =
                new ArrayList<>(groups.stream().map(Service::of).toList());
        if (!unnamed.isEmpty()) {
            services.add(Service.of(unnamed));
        }
        return services;
    }

    private static Plan behindGateway(List<Service> services, int port) {
        String addresses = IntStream.range(0, services.size())
                .mapToObj(i -> services.get(i).addresses(port + 1 + i))
                .collect(Collectors.joining(";"));
        List<Part> parts = new ArrayList<>(List.of(part(GATEWAY, port, addresses)));
        for (Service service : services) {
            parts.add(part(service, port + parts.size(), addresses));
        }
        return new Plan(parts);
    }

    private static Part part(Service service, int port, String addresses) {
        // All of them, because a user's own settings may make other processes.
        Map<String, String> variables = Map.of(
                "SERVICE_NAME",
                service.equals(GATEWAY) || SERVICES.contains(service) ? service.name() : "monolith",
                "MODULES",
                service.modules().isEmpty() ? "none" : String.join(",", service.modules()),
                "PORT",
                Integer.toString(port),
                "GRPC_PORT",
                Integer.toString(port + GRPC_OFFSET),
                "ENABLE_GRPC",
                "true",
                "SERVICES",
                addresses);
        return new Part(service.name(), service.modules(), port, variables);
    }
}
