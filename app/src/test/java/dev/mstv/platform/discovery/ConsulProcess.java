package dev.mstv.platform.discovery;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.consul.ConsulStub;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/** Starts processes with the stub for a Consul. */
public final class ConsulProcess {

    private ConsulProcess() {}

    /** A process of its own; whoever starts it closes it. */
    public static ApplicationContext start(ConsulStub consul, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(environment(consul));
        environment.putAll(more);
        return RunningProcess.start(environment);
    }

    /** One without a module, which needs no database. */
    public static ApplicationContext gateway(ConsulStub consul) {
        return start(consul, Map.of("SERVICE_NAME", "api-gateway", "DATABASE_URL", ""));
    }

    public static Map<String, String> environment(ConsulStub consul) {
        return Map.of(
                "ENABLE_CONSUL_DISCOVERY", "true",
                "CONSUL_HOST", consul.host(),
                "CONSUL_PORT", Integer.toString(consul.port()));
    }
}
