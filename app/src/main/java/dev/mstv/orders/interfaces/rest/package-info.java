/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "orders", protocol = Protocol.REST)
package dev.mstv.orders.interfaces.rest;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
