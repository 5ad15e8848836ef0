/** Exists where the protocol is on and the module runs: a gateway has no events. */
@Configuration
@InModule("orders")
@EdgeOf(value = "orders", protocol = Protocol.MQTT)
package dev.mstv.orders.interfaces.mqtt;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.InModule;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
