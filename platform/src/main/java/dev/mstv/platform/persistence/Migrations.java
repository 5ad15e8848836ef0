package dev.mstv.platform.persistence;

import dev.mstv.platform.config.DatabaseAddress;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings a module's tables up to date: those that every module has, then its own. Nodes that start together take turns. */
final class Migrations {

    private static final int CONNECT_RETRIES = 30;

    private Migrations() {}

    static void run(String module, DatabaseAddress address) {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .table(module + "_schema_history")
                .locations("classpath:db/platform/postgresql", "classpath:db/migration/" + module + "/postgresql")
                .placeholders(Map.of("module", module))
                // Modules that share a database find each other's tables there.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
