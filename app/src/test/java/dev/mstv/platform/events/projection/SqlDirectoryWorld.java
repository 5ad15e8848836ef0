package dev.mstv.platform.events.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directory in tables. */
final class SqlDirectoryWorld extends DirectoryWorld {

    SqlDirectoryWorld() {
        this(Map.of());
    }

    SqlDirectoryWorld(Map<String, String> environment) {
        super(environment);
    }

    @Override
    List<String> texts(long generation) {
        return database()
                .call(handle -> handle.createQuery("SELECT d::text FROM users_directory_" + generation + " AS d")
                        .mapTo(String.class)
                        .list());
    }

    @Override
    Set<Row> listed(long generation) {
        return rows("SELECT * FROM users_directory_" + generation + " WHERE email IS NOT NULL");
    }

    @Override
    boolean exists(long generation) {
        return database().call(handle -> handle.createQuery(
                        "SELECT to_regclass('users_directory_" + generation + "') IS NOT NULL")
                .mapTo(Boolean.class)
                .one());
    }
}
