/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "auth", protocol = Protocol.GRAPHQL)
package dev.mstv.auth.interfaces.graphql;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
