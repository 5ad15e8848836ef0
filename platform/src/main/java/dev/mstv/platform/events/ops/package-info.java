/** What operators do with events, over REST: in every process that has it, for the modules that run there. */
@Configuration
@EdgeOf(protocol = Protocol.REST)
package dev.mstv.platform.events.ops;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
