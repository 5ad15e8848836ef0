package dev.mstv.platform.discovery;

import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code SERVICES}: {@code users=h1:5001,h2:5001;orders=h3:5005}. */
final class Addresses {

    private static final String NAME = "SERVICES";
    private static final String LOOPBACK = "127.0.0.1";

    private Addresses() {}

    /** By module; those that are not named are on this machine, on the port of their service. */
    static Map<String, List<Instance>> read(List<Service> services, Variables variables) {
        Map<String, List<Instance>> addresses = new HashMap<>();
        for (Service service : services) {
            service.modules()
                    .forEach(module -> addresses.put(module, List.of(new Instance(LOOPBACK, service.grpcPort()))));
        }
        List<String> modules = addresses.keySet().stream().sorted().toList();
        Map<String, List<Instance>> named = new HashMap<>();
        for (String entry : variables.text(NAME, "").split(";", -1)) {
            if (!entry.isBlank()) {
                entry(entry.strip(), modules, named, variables);
            }
        }
        addresses.putAll(named);
        return addresses;
    }

    private static void entry(
            String entry, List<String> modules, Map<String, List<Instance>> named, Variables variables) {
        String[] parts = entry.split("=", 2);
        String module = parts[0].strip();
        if (!modules.contains(module)) {
            variables.fault(NAME, "\"" + module + "\" is no module, allowed is one of " + String.join(", ", modules));
            return;
        }
        Optional<List<Instance>> instances = instances(parts.length < 2 ? "" : parts[1]);
        if (instances.isEmpty()) {
            variables.fault(NAME, "has no addresses for " + module + ", allowed is " + module + "=host:port,host:port");
        } else if (named.put(module, instances.get()) != null) {
            variables.fault(NAME, "names " + module + " twice");
        }
    }

    private static Optional<List<Instance>> instances(String text) {
        try {
            return Optional.of(Arrays.stream(text.split(",", -1))
                    .map(part -> Instance.parse(part.strip()))
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
