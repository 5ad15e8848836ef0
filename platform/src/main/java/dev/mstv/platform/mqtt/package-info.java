/** MQTT: the connection to a broker, what is published there, and the commands that come from there. */
@Configuration
@EdgeOf(protocol = Protocol.MQTT)
package dev.mstv.platform.mqtt;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
