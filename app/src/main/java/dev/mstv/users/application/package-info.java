/** Exists where the module runs. */
@Configuration
@InModule("users")
package dev.mstv.users.application;

import dev.mstv.platform.composition.InModule;
import io.micronaut.context.annotation.Configuration;
