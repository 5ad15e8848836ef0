package dev.mstv.platform.discovery;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.discovery.ServiceTable.Service;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kiwiproject.consul.model.agent.ImmutableRegCheck;
import org.kiwiproject.consul.model.agent.ImmutableRegistration;
import org.kiwiproject.consul.model.agent.Registration;

/** What Consul is told of this process: one registration for each service of the table of which a module runs here. */
@Singleton
final class Registrations {

    private static final String INTERVAL = "5s";
    // Health asks what it depends on for up to 2 s.
    private static final String TIMEOUT = "3s";
    // The least that Consul takes.
    private static final String GONE_AFTER = "1m";

    private final UUID instance = UUID.randomUUID();
    private final Composition composition;
    private final ServiceTable table;
    private final Settings settings;

    Registrations(Composition composition, ServiceTable table, Settings settings) {
        this.composition = composition;
        this.table = table;
        this.settings = settings;
    }

    /** The ids of all of them, unlike those of any other process. */
    List<String> ids() {
        return services().stream().map(this::id).toList();
    }

    /**
     * All of them, healthy until their checks are first made.
     *
     * @param httpPort where the process answers for its health
     * @param busPort without which nobody is sent there
     * @throws SocketException if it is not known by which address others reach this process
     */
    List<Registration> all(int httpPort, OptionalInt busPort) throws SocketException {
        Advertised advertised = Advertised.of(settings.http().host(), settings.consul());
        String health = "http://" + advertised.forAgent() + ':' + httpPort + "/health/ready";
        Optional<Integer> port = busPort.stream().boxed().findFirst();
        return services().stream()
                .<Registration>map(service -> ImmutableRegistration.builder()
                        .id(id(service))
                        .name(service.name())
                        .address(advertised.host())
                        .port(port)
                        .meta(meta(httpPort))
                        .check(ImmutableRegCheck.builder()
                                .http(health)
                                .interval(INTERVAL)
                                .timeout(TIMEOUT)
                                .deregisterCriticalServiceAfter(GONE_AFTER)
                                .status("passing")
                                .build())
                        .build())
                .toList();
    }

    private List<Service> services() {
        return table.services().stream()
                .filter(service -> composition.modules().isEmpty()
                        ? service.modules().isEmpty()
                        : !Collections.disjoint(service.modules(), composition.modules()))
                .toList();
    }

    private String id(Service service) {
        return service.name() + '-' + instance;
    }

    private Map<String, String> meta(int httpPort) {
        return Map.of(
                "version",
                settings.version(),
                "httpPort",
                Integer.toString(httpPort),
                Registered.MODULES,
                listed(composition.modules()),
                "protocols",
                listed(composition.protocols()));
    }

    private static String listed(Collection<?> names) {
        return names.stream()
                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
