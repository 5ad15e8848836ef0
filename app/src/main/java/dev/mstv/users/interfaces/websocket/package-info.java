/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "users", protocol = Protocol.WEBSOCKET)
package dev.mstv.users.interfaces.websocket;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
