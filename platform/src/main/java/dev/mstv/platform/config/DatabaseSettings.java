package dev.mstv.platform.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where state is kept.
 *
 * @param addresses by module, only those that have a database of their own
 * @param poolSize connections per module
 * @param pgBouncer true if statements cannot be prepared on the server
 */
public record DatabaseSettings(
        Optional<DatabaseAddress> address, Map<String, DatabaseAddress> addresses, int poolSize, boolean pgBouncer) {

    private static final String OWN = "_DATABASE_URL";
    private static final String ALLOWED = "postgresql://user:password@host:port/database or jdbc:postgresql://...";

    static DatabaseSettings read(Variables variables) {
        variables.parsed("DATABASE_TYPE", "postgresql", "postgresql", text -> {
            if (!text.equals("postgresql")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
        Map<String, DatabaseAddress> own = new HashMap<>();
        for (String name : variables.names()) {
            if (name.endsWith(OWN)) {
                address(variables, name)
                        .ifPresent(address -> own.put(
                                name.substring(0, name.length() - OWN.length()).toLowerCase(Locale.ROOT), address));
            }
        }
        return new DatabaseSettings(
                address(variables, "DATABASE_URL"),
                Map.copyOf(own),
                (int) variables.number("DATABASE_POOL_SIZE", 16, 1, 1000),
                variables.flag("PGBOUNCER", false));
    }

    /** The database of a module; empty if none is set. */
    public Optional<DatabaseAddress> of(String module) {
        return Optional.ofNullable(addresses.get(module)).or(() -> address);
    }

    /** Notes a fault if one of the modules that run here has no database, or if a database is that of no module. */
    public void require(Iterable<String> modules, List<String> all, Variables variables) {
        for (String module : addresses.keySet()) {
            if (!all.contains(module)) {
                variables.fault(
                        module.toUpperCase(Locale.ROOT) + OWN,
                        "names no module, allowed is one of " + String.join(", ", all));
            }
        }
        for (String module : modules) {
            if (of(module).isEmpty() && !variables.present("DATABASE_URL")) {
                variables.fault("DATABASE_URL", "is missing, allowed is " + ALLOWED);
                return;
            }
        }
    }

    private static Optional<DatabaseAddress> address(Variables variables, String name) {
        return variables.parsed(
                name, Optional.<DatabaseAddress>empty(), ALLOWED, text -> Optional.of(DatabaseAddress.parse(text)));
    }
}
