package dev.mstv.platform.discovery.ops;

import dev.mstv.platform.discovery.Instance;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * What a process is made of, and whom it knows.
 *
 * @param discovery by what it knows them, {@code static} or {@code consul}
 */
@Introspected
record TopologyView(
        String service,
        String version,
        List<String> modules,
        List<String> protocols,
        String discovery,
        List<ServiceView> services) {

    /** A row of the table. */
    @Introspected
    record ServiceView(String name, List<ModuleView> modules) {}

    /**
     * A module.
     *
     * @param here whether the process that answers runs it
     * @param instances the processes that run it, as far as is known
     */
    @Introspected
    record ModuleView(String name, boolean here, List<Instance> instances) {}
}
