/** What this process knows of the others, over REST. */
@Configuration
@EdgeOf(protocol = Protocol.REST)
package dev.mstv.platform.discovery.ops;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
