package dev.mstv;

import dev.mstv.platform.config.Variables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The table of modules and services, for tests of other packages. */
public final class TopologyTable {

    private TopologyTable() {}

    /** The names of all modules. */
    public static List<String> modules() {
        return Topology.composition(Topology.Service.MONOLITH, new Variables(Map.of()))
                .all();
    }

    /** The modules of every service, by its name. */
    public static Map<String, Set<String>> services() {
        Map<String, Set<String>> services = new TreeMap<>();
        Arrays.stream(Topology.Service.values())
                .forEach(service -> services.put(
                        service.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Topology.composition(service, new Variables(Map.of())).modules()));
        return services;
    }
}
