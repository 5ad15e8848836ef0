/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "payments", protocol = Protocol.REST)
package dev.mstv.payments.interfaces.rest;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
