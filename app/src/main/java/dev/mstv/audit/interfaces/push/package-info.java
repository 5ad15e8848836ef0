/** Exists where clients can be told of anything. */
@Configuration
@EdgeOf(
        value = "audit",
        protocol = {Protocol.SSE, Protocol.WEBSOCKET, Protocol.GRAPHQL, Protocol.GRPC})
package dev.mstv.audit.interfaces.push;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
