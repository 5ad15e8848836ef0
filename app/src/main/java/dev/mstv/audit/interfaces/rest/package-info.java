/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "audit", protocol = Protocol.REST)
package dev.mstv.audit.interfaces.rest;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
