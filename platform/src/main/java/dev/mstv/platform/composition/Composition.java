package dev.mstv.platform.composition;

import io.micronaut.core.type.Argument;
import io.micronaut.core.value.PropertyResolver;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this process is made of.
 *
 * @param service what the process calls itself, in logs and answers
 * @param all the modules that exist, here or elsewhere
 * @param modules those that run here; none makes a gateway
 * @param protocols whose edges are here
 */
public record Composition(String service, List<String> all, Set<String> modules, Set<Protocol> protocols) {

    private static final String MODULES = "mstv.modules";
    private static final String PROTOCOLS = "mstv.protocols";

    public Composition {
        all = List.copyOf(all);
        modules = Set.copyOf(modules);
        protocols = Set.copyOf(protocols);
    }

    /** Whether some modules run in other processes. */
    public boolean split() {
        return !modules.containsAll(all);
    }

    /** The form in which the switches read it. */
    public Map<String, Object> properties() {
        return Map.of(MODULES, List.copyOf(modules), PROTOCOLS, List.copyOf(protocols));
    }

    static Set<String> modules(PropertyResolver properties) {
        return Set.copyOf(listed(properties, MODULES, String.class));
    }

    static Set<Protocol> protocols(PropertyResolver properties) {
        return Set.copyOf(listed(properties, PROTOCOLS, Protocol.class));
    }

    private static <T> Collection<T> listed(PropertyResolver properties, String name, Class<T> type) {
        return properties.getProperty(name, Argument.listOf(type)).orElse(List.of());
    }
}
