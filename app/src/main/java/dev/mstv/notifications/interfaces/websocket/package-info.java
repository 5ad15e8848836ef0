/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "notifications", protocol = Protocol.WEBSOCKET)
package dev.mstv.notifications.interfaces.websocket;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
