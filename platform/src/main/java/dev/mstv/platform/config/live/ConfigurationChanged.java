package dev.mstv.platform.config.live;

import dev.mstv.platform.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * A setting was changed in Consul to something that is allowed.
 *
 * @param service whose processes alone have it; null for all
 * @param value null if it was taken away, so that the environment's counts again
 * @param revision Consul's index of the change; 0 if it was taken away
 */
@Event.Type("configuration.changed")
@Event.Topic("ops.events")
public record ConfigurationChanged(
        String name, @Nullable String service, @Nullable String value, long revision) implements Event {

    /** The key that was changed. */
    String key() {
        return service == null ? ConfigurationKeys.of(name) : ConfigurationKeys.of(service, name);
    }
}
