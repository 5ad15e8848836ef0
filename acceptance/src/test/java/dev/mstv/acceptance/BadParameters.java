package dev.mstv.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** Ids, queries and headers of the wrong shape. */
final class BadParameters {

    private static final List<String> NO_IDS = List.of(
            "1",
            "-1",
            "0",
            "abc",
            "null",
            "undefined",
            "true",
            "1e9",
            "18446744073709551616",
            "0190a0a000007000800000000000000f",
            "0190a0a0-0000-7000-8000-00000000000",
            "0190a0a0-0000-7000-8000-00000000000f0",
            "0190a0a0-0000-7000-8000-00000000000g",
            "190a0a0-0000-7000-8000-000000000000f",
            "%7B0190a0a0-0000-7000-8000-00000000000f%7D",
            "0190a0a0-0000-7000-8000-00000000000f%20",
            "0190a0a0-0000-7000-8000-00000000000f%00",
            "0190a0a0-0000-7000-8000-00000000000f%0d%0aX-Eve:1",
            "1'%20OR%20'1'='1",
            "1%3BDROP%20TABLE%20users_user",
            "%00",
            "%c3%a9",
            "%f0%9f%92%a9",
            "..%5c..%5cetc",
            "*",
            "x".repeat(1000));
    private static final List<String> NO_LIMITS = List.of(
            "0",
            "-1",
            "101",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "1e1",
            "0x10",
            "abc",
            "",
            "%20",
            "%2B5",
            "NaN",
            "1%00",
            "%D9%A3",
            "1'--");
    private static final List<String> NO_CURSORS = List.of(
            "x", "!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA%3D%3D", "'%20OR%201=1", "%00", "");
    private static final List<String> NO_FILTERS = List.of("", "%00", "a%0d%0ab", "%1b", "x".repeat(255));
    private static final List<String> NO_TIMES = List.of(
            "",
            "now",
            "0",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:01Z",
            "2026-01-01T00:00:00+02:00",
            "2026-01-01T00:00:00%2B99:00",
            "%2B999999999-01-01T00:00:00Z",
            "-2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00Z%00",
            "1'--");
    private static final List<String> NO_ETAGS =
            List.of("1", "\"1", "1\"", "W/1", "\"1\"x", "''", "\"1\"; DROP TABLE x");
    private static final List<String> NO_KEYS = List.of("", " ", "a b", "a\tb", "\u00e9", "x".repeat(256));
    private static final List<String> NO_CONSISTENCY = List.of(
            "", "x", "users", "users-", "users--1", "-1", "users-1.", "users-9999999999999999999", "users-1' OR 1=1");

    private BadParameters() {}

    static Stream<Bad> rows(Account admin) {
        return Stream.of(ids(admin), queries(admin), headers(admin)).flatMap(rows -> rows);
    }

    private static Stream<Bad> ids(Account admin) {
        String expected = invalid("id", "invalid_id");
        return NO_IDS.stream()
                .flatMap(id -> Stream.of(
                        Bad.of("such an id", admin.get("/users/" + id), expected),
                        Bad.of("such an id", admin.patch("/users/" + id, "{\"name\":\"Ada\"}"), expected),
                        Bad.of("such an id", admin.delete("/users/" + id), expected),
                        Bad.of("such an id", admin.post("/notifications/" + id + "/read", ""), expected),
                        Bad.of("such an id", admin.delete("/auth/sessions/" + id), expected),
                        Bad.of("such an id", admin.get("/orders/" + id), expected),
                        Bad.of("such an id", admin.post("/orders/" + id + "/cancel", ""), expected),
                        Bad.of("such an id", admin.get("/payments/" + id), expected),
                        Bad.of("such an id", admin.post("/ops/dead-letters/" + id + "/replay", ""), expected),
                        Bad.of("such an id", admin.post("/ops/dead-letters/" + id + "/discard", ""), expected)));
    }

    private static Stream<Bad> queries(Account admin) {
        return Stream.of(
                        query(admin, "/users", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/auth/users", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/auth/sessions", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/notifications", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/notifications", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/users", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/auth/users", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/auth/sessions", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/orders", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/orders", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/payments", "orderId", "invalid_id", NO_IDS),
                        Stream.of(Bad.of("no order", admin.get("/payments"), invalid("orderId", "required"))),
                        query(admin, "/audit", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/audit", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/audit", "subject", "invalid_id", NO_IDS),
                        query(admin, "/audit", "actor", "format", NO_FILTERS),
                        query(admin, "/audit", "type", "format", NO_FILTERS),
                        query(admin, "/audit", "from", "invalid_time", NO_TIMES),
                        query(admin, "/audit", "to", "invalid_time", NO_TIMES),
                        query(admin, "/ops/dead-letters", "limit", "invalid_limit", NO_LIMITS),
                        query(admin, "/ops/dead-letters", "cursor", "invalid_cursor", NO_CURSORS),
                        query(admin, "/users", "email", "format", NO_FILTERS),
                        query(admin, "/users", "q", "format", NO_FILTERS))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> query(Account admin, String path, String name, String code, List<String> values) {
        return values.stream()
                .map(value -> Bad.of("a bad " + name, admin.get(path + "?" + name + "=" + value), invalid(name, code)));
    }

    private static Stream<Bad> headers(Account admin) {
        Request patch = admin.patch(admin.path(), "{\"name\":\"Ada\"}");
        Request delete = admin.delete("/users/0190a0a0-0000-7000-8000-00000000000f");
        Request order = Orders.place("tok_visa").bearer(admin.accessToken());
        Request cancel = admin.post("/orders/0190a0a0-0000-7000-8000-00000000000f/cancel", "");
        Request create = admin.post("/users", "{\"email\":\"k@example.com\",\"password\":\"a fine password\"}");
        return Stream.of(
                        header(patch, "If-Match", "invalid_etag", NO_ETAGS),
                        header(delete, "If-Match", "invalid_etag", NO_ETAGS),
                        header(cancel, "If-Match", "invalid_etag", NO_ETAGS),
                        header(order, "Idempotency-Key", "invalid_idempotency_key", NO_KEYS),
                        header(create, "Idempotency-Key", "invalid_idempotency_key", NO_KEYS),
                        header(patch, "Idempotency-Key", "invalid_idempotency_key", NO_KEYS),
                        header(admin.get("/users"), "X-Consistency-Token", "invalid_consistency_token", NO_CONSISTENCY),
                        Stream.of("\"999\"", "\"not-ours\"", "W/\"999\"")
                                .map(tag ->
                                        Bad.of("If-Match " + tag, patch.header("If-Match", tag), "412 stale_version")))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> header(Request request, String name, String code, List<String> values) {
        return values.stream()
                .map(value -> Bad.of(
                        name + " \"" + Bad.shortened(value) + '"', request.header(name, value), invalid(name, code)));
    }

    private static String invalid(String field, String code) {
        return "400 validation_failed [" + field + ":" + code + "]";
    }
}
