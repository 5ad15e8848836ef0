/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "orders", protocol = Protocol.GRPC)
package dev.mstv.orders.interfaces.grpc;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
