/** Exists where the module runs. */
@Configuration
@InModule("auth")
package dev.mstv.auth.infrastructure;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
