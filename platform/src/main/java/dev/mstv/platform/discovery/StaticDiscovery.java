package dev.mstv.platform.discovery;

import dev.mstv.platform.consul.ConsulAgent;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** What {@code SERVICES} says, which does not change. */
@Singleton
@Requires(property = ConsulAgent.ON, notEquals = "true")
final class StaticDiscovery implements Discovery {

    private final ServiceTable table;

    StaticDiscovery(ServiceTable table) {
        this.table = table;
    }

    @Override
    public List<Instance> of(String module) {
        return table.addresses().getOrDefault(module, List.of());
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing ever does.
    }
}
