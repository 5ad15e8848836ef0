package dev.mstv.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.DatabaseAddress;
import dev.mstv.platform.config.DatabaseSettings;
import dev.mstv.platform.config.Settings;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The databases of the modules that run here, opened and migrated at start. */
@Context
public final class Databases {

    private static final long CONNECT_MILLIS = 2_000;
    private static final String SOCKET_SECONDS = "10";

    private final Map<String, Database> databases;

    Databases(Settings settings, Composition composition) {
        this.databases = composition.modules().parallelStream()
                .map(module -> open(module, settings.database()))
                .collect(Collectors.toUnmodifiableMap(Database::module, Function.identity()));
    }

    /** The database of a module that runs here. */
    public Database of(String module) {
        return Objects.requireNonNull(databases.get(module), () -> "Module " + module + " does not run here");
    }

    /** The databases of all modules that run here. */
    public Collection<Database> all() {
        return databases.values();
    }

    @PreDestroy
    void close() {
        databases.values().forEach(database -> database.pool().close());
    }

    private static Database open(String module, DatabaseSettings settings) {
        DatabaseAddress address = settings.of(module).orElseThrow();
        settings.address()
                .filter(shared -> !shared.equals(address))
                .ifPresent(shared -> Relocation.run(module, shared, address));
        Relocation.refuseIfMovedAway(module, address);
        Migrations.run(module, address);
        HikariConfig config = new HikariConfig();
        config.setPoolName(module);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setValidationTimeout(CONNECT_MILLIS / 2);
        // A server that hangs must not hang us: whoever waits for it is told so.
        config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Which values a constraint refused is nobody's business in logs and dead letters.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "mstv " + module);
        if (settings.pgBouncer()) {
            config.addDataSourceProperty("prepareThreshold", "0");
        }
        return new Database(module, new HikariDataSource(config));
    }
}
