package dev.mstv.platform.discovery;

import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** A process whose Consul is away does its work with what it knew last. */
@Singleton
@Requires(property = ConsulAgent.ON, value = "true")
final class ConsulChecks implements HealthChecks {

    private final ConsulAgent consul;
    // Which asks for the health that this is a part of.
    private final BeanProvider<Registrar> registrar;

    ConsulChecks(ConsulAgent consul, BeanProvider<Registrar> registrar) {
        this.consul = consul;
        this.registrar = registrar;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("consul", this::state));
    }

    private HealthState state() {
        boolean registered = registrar.get().registered();
        return HealthState.working(
                !registered || !consul.answers(),
                Map.of(
                        "registered",
                        registered,
                        "silentSeconds",
                        consul.silence().toSeconds()));
    }
}
