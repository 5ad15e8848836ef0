package dev.mstv.platform.mongo;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Tells whether MongoDB is there. Without it this process does everything but lists, and no other does more: nobody should
 * take it out of service.
 */
@Singleton
@Requires(property = Mongo.ON, value = "true")
final class MongoChecks implements HealthChecks {

    private final Mongo mongo;

    MongoChecks(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("mongodb", this::state));
    }

    private HealthState state() {
        boolean reachable = mongo.reachable();
        return HealthState.working(!reachable, Map.of("reachable", reachable));
    }
}
