/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "orders", protocol = Protocol.GRAPHQL)
package dev.mstv.orders.interfaces.graphql;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
