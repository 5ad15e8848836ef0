/** The plumbing of the GraphQL edges: one endpoint, the modules' schemas, limits, errors. */
@Configuration
@EdgeOf(protocol = Protocol.GRAPHQL)
package dev.mstv.platform.graphql;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
