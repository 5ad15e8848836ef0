package dev.mstv;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.composition.Protocol;
import dev.mstv.platform.config.BusSettings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which modules exist, and which of them each service runs: the table by which one artifact is any process. */
final class Topology {

    /** The business modules; each is a package beside this class. */
    enum Module {
        USERS,
        AUTH,
        NOTIFICATIONS,
        AUDIT,
        PAYMENTS,
        ORDERS
    }

    /** The services; every module runs in the monolith and in exactly one other. */
    enum Service {
        MONOLITH(3000),
        API_GATEWAY(3000),
        USER_SERVICE(3001),
        AUTH_SERVICE(3002),
        NOTIFICATION_SERVICE(3003),
        PAYMENT_SERVICE(3004),
        ORDER_SERVICE(3005);

        private final int port;

        Service(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }

        int grpcPort() {
            return port + BusSettings.GRPC_PORT_OFFSET;
        }

        Set<Module> modules() {
            return switch (this) {
                case MONOLITH -> EnumSet.allOf(Module.class);
                case API_GATEWAY -> Set.of();
                case USER_SERVICE -> Set.of(Module.USERS);
                case AUTH_SERVICE -> Set.of(Module.AUTH);
                case NOTIFICATION_SERVICE -> Set.of(Module.NOTIFICATIONS, Module.AUDIT);
                case PAYMENT_SERVICE -> Set.of(Module.PAYMENTS);
                case ORDER_SERVICE -> Set.of(Module.ORDERS);
            };
        }
    }

    private static final String NO_MODULE = "none";

    private Topology() {}

    /** The service that this process is; what is wrong with its name is a fault of {@code variables}. */
    static Service service(Variables variables) {
        return one("SERVICE_NAME", Service.values(), variables.text("SERVICE_NAME", "monolith"), variables);
    }

    /** What the process is made of: the row of its service, changed by {@code MODULES} and {@code PROTOCOLS}. */
    static Composition composition(Service service, Variables variables) {
        return new Composition(
                name(service),
                Arrays.stream(Module.values()).map(Topology::name).toList(),
                modules(service, variables).stream().map(Topology::name).collect(Collectors.toSet()),
                protocols(variables));
    }

    /** The table as the platform reads it, with the addresses of {@code SERVICES}. */
    static ServiceTable table(Variables variables) {
        List<ServiceTable.Service> services = Arrays.stream(Service.values())
                .filter(service -> service != Service.MONOLITH)
                .map(service -> new ServiceTable.Service(
                        name(service),
                        service.modules().stream().map(Topology::name).collect(Collectors.toSet()),
                        service.grpcPort()))
                .toList();
        return ServiceTable.read(services, variables);
    }

    private static Set<Module> modules(Service service, Variables variables) {
        Set<String> names = variables.list("MODULES");
        if (names.isEmpty()) {
            return service.modules();
        }
        if (names.equals(Set.of(NO_MODULE))) {
            return Set.of();
        }
        return names.stream()
                .map(name -> one("MODULES", Module.values(), name, variables))
                .collect(Collectors.toSet());
    }

    private static Set<Protocol> protocols(Variables variables) {
        Set<Protocol> on = EnumSet.noneOf(Protocol.class);
        Set<String> names = variables.list("PROTOCOLS");
        for (Protocol protocol : Protocol.values()) {
            boolean listed = names.isEmpty() ? protocol.usual() : names.contains(name(protocol));
            if (variables.flag("ENABLE_" + protocol.name(), listed)) {
                on.add(protocol);
            }
        }
        names.forEach(name -> one("PROTOCOLS", Protocol.values(), name, variables));
        return on;
    }

    private static <E extends Enum<E>> E one(String variable, E[] all, String name, Variables variables) {
        for (E one : all) {
            if (name(one).equals(name)) {
                return one;
            }
        }
        variables.fault(variable, "\"" + name + "\" is unknown, allowed is " + names(all));
        return all[0];
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(Topology::name).collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
