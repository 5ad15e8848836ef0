package dev.mstv.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Credentials that do not count, at every call that needs some. */
final class BadTokens {

    private static final String INVALID = "401 invalid_token";
    private static final String ID = "0190a0a0-0000-7000-8000-00000000000f";

    private BadTokens() {}

    static Stream<Bad> rows(Account user) {
        return Stream.concat(
                calls().stream().flatMap(call -> authorizations(user).entrySet().stream()
                        .map(entry ->
                                Bad.of(entry.getKey(), authorized(call, entry.getKey(), user), entry.getValue()))),
                refreshTokens(user));
    }

    private static List<Request> calls() {
        return List.of(
                Request.get("/auth/profile"),
                Request.get("/auth/users"),
                Request.get("/auth/sessions"),
                Request.get("/auth/abilities"),
                Request.get("/notifications"),
                Request.of("POST", "/notifications/" + ID + "/read"),
                Request.get("/orders"),
                Request.get("/orders/" + ID),
                Orders.place("tok_visa"),
                Request.of("POST", "/orders/" + ID + "/cancel"),
                Request.get("/payments/" + ID),
                Request.get("/payments?orderId=" + ID),
                Request.get("/users"),
                Request.get("/users/" + ID),
                Request.delete("/users/" + ID),
                Request.delete("/auth/sessions/" + ID),
                Request.of("POST", "/auth/logout"),
                Request.of("PATCH", "/users/" + ID).json("{\"name\":\"Eve\"}"),
                Request.of("PUT", "/users/" + ID).json("{\"name\":\"Eve\"}"),
                Request.post("/users", "{\"email\":\"eve@example.com\",\"password\":\"a fine password\"}"),
                Request.post(
                        "/auth/password/change",
                        "{\"currentPassword\":\"a fine password\",\"newPassword\":\"another fine one\"}"));
    }

    private static Request authorized(Request call, String name, Account user) {
        String header = headers(user).get(name);
        return header == null ? call : call.header("Authorization", header);
    }

    private static Map<String, String> authorizations(Account user) {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("no credentials", "401 unauthenticated");
        headers(user).keySet().forEach(name -> expected.put(name, INVALID));
        expected.put("an expired token", "401 token_expired");
        expected.put("a token of an unknown session", "401 token_revoked");
        return expected;
    }

    private static Map<String, String> headers(Account user) {
        Jwt token = Jwt.access(user.id(), "user", UUID.randomUUID().toString());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("an empty header", "");
        headers.put("no scheme", user.accessToken());
        headers.put("another scheme", "Basic YWRtaW46YWRtaW4=");
        headers.put("a scheme alone", "Bearer");
        headers.put("a scheme and blanks", "Bearer    ");
        headers.put("two schemes", "Bearer Bearer " + user.accessToken());
        headers.put("SQL", "Bearer ' OR '1'='1");
        headers.put("dots", "Bearer ...");
        headers.put("bytes beyond ASCII", "Bearer \u00ff\u00fe.\u00e9.\u00e9");
        headers.put("text after the token", "Bearer " + user.accessToken() + " x");
        headers.put("a refresh token", "Bearer " + user.refreshToken());
        tokens(token, user).forEach((name, value) -> headers.put(name, "Bearer " + value));
        return headers;
    }

    private static Map<String, String> tokens(Jwt token, Account user) {
        Map<String, String> tokens = new LinkedHashMap<>(ForgedTokens.all(token, user.accessToken()));
        tokens.put(
                "an expired token",
                token.claim("\"exp\":\\d+", "\"exp\":1700000000").signed());
        tokens.put("a token of an unknown session", token.signed());
        return tokens;
    }

    private static Stream<Bad> refreshTokens(Account user) {
        Jwt token = Jwt.access(user.id(), "user", UUID.randomUUID().toString());
        Map<String, String> tokens = new LinkedHashMap<>(ForgedTokens.all(token, user.refreshToken()));
        tokens.put("an empty token", "");
        tokens.put("an access token", user.accessToken());
        tokens.put("SQL", "' OR '1'='1");
        tokens.put("NUL", "\\u0000");
        tokens.put("a lone surrogate", "\\ud800");
        tokens.put("a text of 100000 characters", "x".repeat(100_000));
        return tokens.entrySet().stream()
                .map(entry -> Bad.of(
                        entry.getKey(),
                        Request.post("/auth/refresh", "{\"refresh_token\":\"" + entry.getValue() + "\"}"),
                        INVALID));
    }
}
