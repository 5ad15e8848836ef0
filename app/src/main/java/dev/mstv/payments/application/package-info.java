/** Exists where the module runs. */
@Configuration
@InModule("payments")
package dev.mstv.payments.application;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
