package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The metrics in Prometheus' text format. On the port of everything else, production shows them to who may read them. */
@Controller(value = "/metrics", port = "${mstv.metrics-port:}")
@Edge
@Requires(property = "mstv.metrics", value = "true")
class MetricsController {

    private final PrometheusMeterRegistry registry;
    private final Gate gate;
    private final boolean open;

    MetricsController(PrometheusMeterRegistry registry, Gate gate, Settings settings) {
        this.registry = registry;
        this.gate = gate;
        this.open = !settings.production() || settings.http().metricsPort() > 0;
    }

    @Get(produces = MediaType.TEXT_PLAIN)
    String metrics() {
        if (!open) {
            Caller caller = CallContext.current().caller();
            gate.requireAny(caller, "read", "Metrics");
            gate.requireLiveSession(caller);
        }
        return registry.scrape();
    }
}
