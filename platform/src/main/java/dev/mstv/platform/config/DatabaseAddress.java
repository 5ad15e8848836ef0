package dev.mstv.platform.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects.
 *
 * @param jdbcUrl without user and password
 * @param user null if the URL names none
 * @param password null if the URL names none; never printed
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if the text is not a URL of PostgreSQL, with or without {@code jdbc:}
     */
    static DatabaseAddress parse(String text) {
        URI uri = URI.create(text.startsWith(JDBC) ? text.substring(JDBC.length()) : text);
        boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!postgres || uri.getRawAuthority() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("Not the address of a PostgreSQL database");
        }
        String authority = uri.getRawAuthority();
        String hosts = authority.substring(authority.lastIndexOf('@') + 1);
        String login = authority.contains("@") ? authority.substring(0, authority.lastIndexOf('@')) : "";
        String[] parts = login.split(":", 2);
        String query = query(uri.getRawQuery());
        return new DatabaseAddress(
                JDBC + "postgresql://" + hosts + uri.getRawPath() + (query.isEmpty() ? "" : "?" + query),
                parts[0].isEmpty() ? parameter(uri, "user") : decoded(parts[0]),
                parts.length < 2 ? parameter(uri, "password") : decoded(parts[1]));
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }

    // "schema" is Prisma's word for what the driver calls currentSchema; the login goes elsewhere.
    private static String query(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.startsWith("user=") && !part.startsWith("password="))
                        .map(part -> part.startsWith("schema=") ? "currentSchema=" + part.substring(7) : part)
                        .collect(Collectors.joining("&"));
    }

    private static @Nullable String parameter(URI uri, String name) {
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&", -1)) {
                if (part.startsWith(name + "=")) {
                    return decoded(part.substring(name.length() + 1));
                }
            }
        }
        return null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
