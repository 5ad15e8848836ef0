/** News as server-sent events. */
@Configuration
@EdgeOf(protocol = Protocol.SSE)
package dev.mstv.platform.sse;

import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.Protocol;
import io.micronaut.context.annotation.Configuration;
