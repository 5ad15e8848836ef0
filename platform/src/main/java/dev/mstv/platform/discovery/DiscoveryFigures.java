package dev.mstv.platform.discovery;

import dev.mstv.platform.composition.Composition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** How many instances of each module this process knows. */
@Context
final class DiscoveryFigures {

    DiscoveryFigures(Composition composition, Discovery discovery, MeterRegistry meters) {
        for (String module : composition.all()) {
            Gauge.builder("mstv.discovery.instances", discovery, all -> all.of(module)
                            .size())
                    .description("Processes that run a module, as far as is known here")
                    .tag("module", module)
                    .register(meters);
        }
    }
}
