/** Exists where the module runs. */
@Configuration
@InModule("orders")
package dev.mstv.orders.infrastructure;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
