package dev.mstv.users.infrastructure.directory.sql;

import dev.mstv.platform.persistence.Narrowing;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What a reader wants of the directory, and may see of it, as SQL. */
record DirectoryQuery(GetAllUsers wanted, Narrowing visible) {

    private static final Map<String, String> COLUMNS =
            Map.of("id", "id::text COLLATE \"C\"", "email", "email COLLATE \"C\"", "role", "role COLLATE \"C\"");

    static DirectoryQuery of(GetAllUsers wanted, Condition visible) {
        return new DirectoryQuery(wanted, Narrowing.of(visible, COLUMNS));
    }

    /** The first rows in the order of their ids, one more than are wanted. */
    Query of(Handle handle, String table) {
        return bound(handle.createQuery("SELECT * FROM " + table + " WHERE " + where() + " ORDER BY id LIMIT :rows"))
                .bind("rows", wanted.limit() + 1);
    }

    /** The rows after the first {@code offset}, as many as are wanted. */
    Query page(Handle handle, String table, int offset) {
        return bound(handle.createQuery(
                        "SELECT * FROM " + table + " WHERE " + where() + " ORDER BY id LIMIT :rows OFFSET :offset"))
                .bind("rows", wanted.limit())
                .bind("offset", offset);
    }

    /** How many rows there are. */
    Query count(Handle handle, String table) {
        return bound(handle.createQuery("SELECT count(*) FROM " + table + " WHERE " + where()));
    }

    // What is bound and stands nowhere in the statement is refused.
    private Query bound(Query query) {
        Query bound = query.bindMap(visible.values());
        if (wanted.after() != null) {
            bound = bound.bind("after", wanted.after());
        }
        if (wanted.email() != null) {
            bound = bound.bind("emailKey", wanted.email().toLowerCase(Locale.ROOT));
        }
        return wanted.q() == null ? bound : bound.bind("pattern", pattern(wanted.q()));
    }

    private String where() {
        List<String> where = new ArrayList<>(List.of("email IS NOT NULL", visible.sql()));
        if (wanted.after() != null) {
            where.add("id > :after");
        }
        if (wanted.email() != null) {
            where.add("email_key = :emailKey");
        }
        if (wanted.q() != null) {
            where.add("search LIKE :pattern");
        }
        return String.join(" AND ", where);
    }

    private static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
