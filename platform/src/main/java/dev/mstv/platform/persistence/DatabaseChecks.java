package dev.mstv.platform.persistence;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks each database for the least that it can answer. */
@Singleton
final class DatabaseChecks implements HealthChecks {

    private final Databases databases;

    DatabaseChecks(Databases databases) {
        this.databases = databases;
    }

    @Override
    public List<HealthCheck> all() {
        return databases.all().stream()
                .map(database -> HealthCheck.of("database." + database.module(), () -> state(database)))
                .toList();
    }

    private static HealthState state(Database database) {
        return HealthState.of(database.apart(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1));
    }
}
