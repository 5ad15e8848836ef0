/** Frames of JSON over one socket: use cases, rooms and news. */
@Configuration
@EdgeOf(protocol = Protocol.WEBSOCKET)
package dev.mstv.platform.websocket;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
