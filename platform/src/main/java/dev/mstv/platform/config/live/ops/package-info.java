/** Settings over REST. */
@Configuration
@EdgeOf(protocol = Protocol.REST)
package dev.mstv.platform.config.live.ops;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
