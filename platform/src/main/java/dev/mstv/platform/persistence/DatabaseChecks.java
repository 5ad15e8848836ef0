package dev.mstv.platform.persistence;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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
        List<HealthCheck> checks = new ArrayList<>();
        databases.all().forEach(database -> checks.add(new DatabaseCheck(database)));
        return checks;
    }

    private record DatabaseCheck(Database database) implements HealthCheck {

        @Override
        public String name() {
            return "database." + database.module();
        }

        @Override
        public boolean up() {
            return database.apart(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        }
    }
}
