package dev.mstv.platform.discovery.ops;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.discovery.Discovery;
import dev.mstv.platform.discovery.ServiceTable;
import dev.mstv.platform.discovery.ServiceTable.Service;
import dev.mstv.platform.discovery.ops.TopologyView.ModuleView;
import dev.mstv.platform.discovery.ops.TopologyView.ServiceView;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Locale;

/** The topology over REST, as the process that is asked sees it. */
@Controller("/ops/topology")
@Edge
class TopologyController {

    private final Composition composition;
    private final ServiceTable table;
    private final Discovery discovery;
    private final Settings settings;
    private final Gate gate;

    TopologyController(Composition composition, ServiceTable table, Discovery discovery, Settings settings, Gate gate) {
        this.composition = composition;
        this.table = table;
        this.discovery = discovery;
        this.settings = settings;
        this.gate = gate;
    }

    @Get
    TopologyView topology() {
        Caller caller = CallContext.current().caller();
        gate.requireLiveSession(caller);
        gate.requireAny(caller, "read", "Topology");
        return new TopologyView(
                composition.service(),
                settings.version(),
                composition.modules().stream().sorted().toList(),
                composition.protocols().stream()
                        .map(protocol -> protocol.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                settings.consul().on() ? "consul" : "static",
                table.services().stream().map(this::view).toList());
    }

    private ServiceView view(Service service) {
        return new ServiceView(
                service.name(),
                service.modules().stream()
                        .sorted()
                        .map(module ->
                                new ModuleView(module, composition.modules().contains(module), discovery.of(module)))
                        .toList());
    }
}
