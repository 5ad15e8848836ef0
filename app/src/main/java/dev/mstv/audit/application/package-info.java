/** Exists where the module runs. */
@Configuration
@InModule("audit")
package dev.mstv.audit.application;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
