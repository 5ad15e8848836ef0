package dev.mstv.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** Texts that their fields cannot take. All are given as JSON, escapes and all. */
final class BadValues {

    private static final List<String> NO_EMAILS = List.of(
            "",
            " ",
            "a",
            "a@",
            "@example.com",
            "a@example",
            "a b@example.com",
            "a@b@example.com",
            "a@example..com",
            "a@-example.com",
            "a@example-.com",
            "a@.com",
            "a@example.com ",
            " a@example.com",
            "a@example.com,b@example.com",
            "Ada <a@example.com>",
            "\\\"a\\\"@example.com",
            "a@[127.0.0.1]",
            "\u00e4@example.com",
            "a@b\u00fccher.example",
            "a@example.com\\r\\nBcc: b@example.com",
            "a\\u0000@example.com",
            "\\ud800@example.com",
            "\\u202ea@example.com",
            "'; DROP TABLE users_user;--@example.com",
            "a@example.com' OR '1'='1",
            "x".repeat(65) + "@example.com");
    private static final List<String> NO_NAMES = List.of(
            "",
            "   ",
            "\\u0000",
            "Ada\\u0000",
            "Ada\\r\\nX-Admin: true",
            "Ada\\tLovelace",
            "\\u001b[31mAda",
            "\\ud800",
            "\\udc00\\ud800",
            "\\uffff",
            "x".repeat(101));
    private static final List<String> NO_ROLES =
            List.of("", "root", "Admin", "ADMIN", "user ", " admin", "user|admin", "user\\n", "admin'--", "\\u0000");
    private static final List<String> NO_PASSWORDS =
            List.of("", "1", "1234567", "x".repeat(129), "\u00e9".repeat(5000));
    private static final List<String> COMMON = List.of("12345678", "PASSWORD", "qwertyuiop");
    private static final List<String> NO_TOKENS =
            List.of("\"\"", "\"x\"", "\"' OR 1=1\"", "\"\\u0000\"", "\"\\ud800\"", "\"" + "A".repeat(43) + "\"");
    private static final String LONG = "x".repeat(1025);

    private BadValues() {}

    static Stream<Bad> rows(Account admin) {
        List<Endpoint> endpoints = Endpoint.all(admin);
        Endpoint register = endpoints.get(0);
        Endpoint login = endpoints.get(1);
        Endpoint change = endpoints.get(3);
        Endpoint create = endpoints.get(4);
        Endpoint patch = endpoints.get(5);
        Endpoint put = endpoints.get(6);
        Endpoint verify = endpoints.get(7);
        Endpoint forgot = endpoints.get(8);
        Endpoint reset = endpoints.get(9);
        return Stream.of(
                        Stream.of(register, create, patch, put).flatMap(BadValues::people),
                        Stream.of(create, patch, put).flatMap(endpoint -> bad(endpoint, "role", "format", NO_ROLES)),
                        Stream.of(register, create).flatMap(endpoint -> passwords(endpoint, "password")),
                        passwords(change, "newPassword"),
                        bad(change, "currentPassword", "length", List.of(LONG)),
                        bad(login, "email", "length", List.of(LONG)),
                        bad(login, "password", "length", List.of(LONG)),
                        bad(forgot, "email", "length", List.of(LONG)),
                        bad(verify, "token", "length", List.of(LONG)),
                        bad(reset, "token", "length", List.of(LONG)),
                        passwords(reset, "password"),
                        NO_TOKENS.stream()
                                .flatMap(token -> Stream.of(
                                        Bad.of(
                                                "such a token",
                                                verify.with("token", token),
                                                "400 invalid_verification_token"),
                                        Bad.of("such a token", reset.with("token", token), "400 invalid_reset_token"))))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> people(Endpoint endpoint) {
        String tooLong = "a@" + "x".repeat(60) + (".y" + "x".repeat(60)).repeat(4) + ".com";
        return Stream.of(
                        bad(endpoint, "email", "format", NO_EMAILS),
                        bad(endpoint, "email", "length", List.of(tooLong)),
                        bad(endpoint, "name", "format", NO_NAMES))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> passwords(Endpoint endpoint, String field) {
        return Stream.of(
                        bad(endpoint, field, "length", NO_PASSWORDS),
                        bad(endpoint, field, "not_common", COMMON),
                        // No character at all, so every one of them would be the same password.
                        bad(endpoint, field, "format", List.of("\\ud800".repeat(12))))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> bad(Endpoint endpoint, String field, String code, List<String> values) {
        return values.stream()
                .map(value -> Bad.of(
                        field + " \"" + Bad.shortened(value) + '"',
                        endpoint.with(field, '"' + value + '"'),
                        "400 validation_failed [" + field + ":" + code + "]"));
    }
}
