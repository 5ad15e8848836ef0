/** Exists where the module runs. */
@Configuration
@InModule("notifications")
package dev.mstv.notifications.infrastructure;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
