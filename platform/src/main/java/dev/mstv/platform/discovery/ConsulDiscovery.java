package dev.mstv.platform.discovery;

import dev.mstv.platform.consul.Answer;
import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.discovery.ServiceTable.Service;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kiwiproject.consul.model.health.ServiceHealth;

/** What Consul says of the instances whose checks pass; while it is away, what it said last. */
@Context
@Requires(property = ConsulAgent.ON, value = "true")
final class ConsulDiscovery implements Discovery {

    private final KnownInstances known = new KnownInstances();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ConsulDiscovery(ConsulAgent consul, ServiceTable table) {
        for (Service service : table.services()) {
            if (!service.modules().isEmpty()) {
                consul.watch(
                        service.name(),
                        options -> consul.health().getHealthyServiceInstances(service.name(), options),
                        answer -> take(service, answer));
            }
        }
    }

    @Override
    public List<Instance> of(String module) {
        return known.of(module);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void take(Service service, Answer<List<ServiceHealth>> answer) {
        if (known.take(service, Objects.requireNonNullElse(answer.value(), List.of()), answer.steady())) {
            listeners.forEach(Runnable::run);
        }
    }
}
