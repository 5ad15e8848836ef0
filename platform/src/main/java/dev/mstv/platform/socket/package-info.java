/** Sockets (RFC 6455): what is the same for every protocol that is spoken over one. */
@Configuration
@EdgeOf(protocol = {Protocol.WEBSOCKET, Protocol.GRAPHQL})
package dev.mstv.platform.socket;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
