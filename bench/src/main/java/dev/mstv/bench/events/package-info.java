/** A module with one event and one projection, to measure what events cost. Exists where {@code bench} runs. */
@Configuration
@InModule("bench")
package dev.mstv.bench.events;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
