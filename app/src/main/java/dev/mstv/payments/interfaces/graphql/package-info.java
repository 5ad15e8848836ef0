/** Exists where the protocol is on. */
@Configuration
@EdgeOf(value = "payments", protocol = Protocol.GRAPHQL)
package dev.mstv.payments.interfaces.graphql;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
