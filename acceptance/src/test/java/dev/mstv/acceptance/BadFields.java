package dev.mstv.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** Objects whose fields are unknown, missing or of the wrong type. */
final class BadFields {

    private static final List<String> NO_TEXTS = List.of(
            "0",
            "-1",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "true",
            "false",
            "[]",
            "[\"a\"]",
            "{}",
            "{\"$ne\":null}");
    private static final List<String> UNKNOWN = List.of(
            "surprise", "", "Email", "id", "__proto__", "constructor", "passwordHash", "class", "$where", "role'--");

    private BadFields() {}

    static Stream<Bad> rows(Account admin) {
        return Endpoint.all(admin).stream()
                .flatMap(endpoint -> Stream.of(wrongTypes(endpoint), absent(endpoint), unknown(endpoint))
                        .flatMap(rows -> rows));
    }

    private static Stream<Bad> wrongTypes(Endpoint endpoint) {
        return endpoint.texts().stream().flatMap(field -> NO_TEXTS.stream()
                .map(value -> Bad.of(
                        field + " " + value,
                        endpoint.with(field, value),
                        "400 wrong_type [" + field + ":wrong_type]")));
    }

    private static Stream<Bad> absent(Endpoint endpoint) {
        Stream<String> required = endpoint.valid().keySet().stream()
                .filter(field -> !endpoint.optional().contains(field));
        Stream<Bad> missing = required.flatMap(field -> Stream.of(
                Bad.of("no " + field, endpoint.without(field), required(field)),
                Bad.of(field + " null", endpoint.with(field, "null"), required(field))));
        return endpoint.patches()
                ? Stream.of("email", "role")
                        .map(field -> Bad.of(
                                field + " null",
                                endpoint.with(field, "null"),
                                "400 wrong_type [" + field + ":wrong_type]"))
                : missing;
    }

    private static Stream<Bad> unknown(Endpoint endpoint) {
        return UNKNOWN.stream()
                .map(field -> Bad.of(
                        "the unknown field \"" + field + "\"",
                        endpoint.with(field, "\"x\""),
                        "400 unknown_field [" + field + ":unknown_field]"));
    }

    private static String required(String field) {
        return "400 validation_failed [" + field + ":required]";
    }
}
