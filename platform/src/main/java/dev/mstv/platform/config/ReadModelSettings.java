package dev.mstv.platform.config;

import com.mongodb.ConnectionString;
import java.util.Locale;
import java.util.Optional;

/**
 * Where read models are kept.
 *
 * @param mongodb the server and the database in it, there exactly if that is where; it may hold a password and is never
 *     printed
 */
public record ReadModelSettings(Store store, Optional<ConnectionString> mongodb) {

    private static final String ALLOWED = "mongodb://user:password@host:port/database";
    private static final String SCHEME = "mongodb://";

    /** Kinds of store. */
    public enum Store {
        /** The database of the module that a read model is of. */
        SQL,
        MONGODB;

        /** As in {@code READ_MODEL}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ReadModelSettings read(Variables variables) {
        Store store = variables.parsed("READ_MODEL", Store.SQL, "sql or mongodb", ReadModelSettings::store);
        Optional<ConnectionString> address =
                variables.parsed("MONGODB_URL", Optional.empty(), ALLOWED, text -> Optional.of(address(text)));
        if (store == Store.MONGODB && !variables.present("MONGODB_URL")) {
            variables.fault("MONGODB_URL", "is missing where READ_MODEL is mongodb, allowed is " + ALLOWED);
        }
        return new ReadModelSettings(store, store == Store.MONGODB ? address : Optional.empty());
    }

    @Override
    public String toString() {
        return "ReadModelSettings[" + store.word() + "]";
    }

    private static Store store(String text) {
        return switch (text) {
            case "sql" -> Store.SQL;
            case "mongodb" -> Store.MONGODB;
            default -> throw new IllegalArgumentException();
        };
    }

    // Not mongodb+srv://, which asks the network where the servers are before anything can be refused.
    private static ConnectionString address(String text) {
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException();
        }
        ConnectionString address = new ConnectionString(text);
        // A timeoutMS would take the place of every other limit, and may be none.
        if (address.getDatabase() == null || address.getTimeout() != null) {
            throw new IllegalArgumentException();
        }
        return address;
    }
}
