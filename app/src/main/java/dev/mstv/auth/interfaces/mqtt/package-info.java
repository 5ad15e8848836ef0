/** Exists where the protocol is on and the module runs: a gateway has no events. */
@Configuration
@InModule("auth")
@EdgeOf(value = "auth", protocol = Protocol.MQTT)
package dev.mstv.auth.interfaces.mqtt;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.InModule;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
