package dev.mstv.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call that takes a JSON object.
 *
 * @param valid by field, a value that is accepted, in JSON
 * @param optional the fields that may be left out
 */
record Endpoint(Request request, Map<String, String> valid, List<String> optional) {

    /** Every call of the contract that takes one, as this account may make it. */
    static List<Endpoint> all(Account admin) {
        String email = "\"" + World.newEmail() + "\"";
        String password = "\"a fine passphrase\"";
        Map<String, String> patch = fields("email", email, "name", "\"Ada\"", "role", "\"user\"");
        List<String> all = List.copyOf(patch.keySet());
        return List.of(
                new Endpoint(
                        Request.of("POST", "/auth/register"),
                        fields("email", email, "password", password, "name", "\"Ada\""),
                        List.of("name")),
                new Endpoint(
                        Request.of("POST", "/auth/login"), fields("email", email, "password", password), List.of()),
                new Endpoint(Request.of("POST", "/auth/refresh"), fields("refresh_token", "\"x\""), List.of()),
                new Endpoint(
                        Request.of("POST", "/auth/password/change").bearer(admin.accessToken()),
                        fields("currentPassword", "\"" + Account.PASSWORD + "\"", "newPassword", password),
                        List.of()),
                new Endpoint(
                        Request.of("POST", "/users").bearer(admin.accessToken()),
                        fields("email", email, "password", password, "name", "\"Ada\"", "role", "\"user\""),
                        List.of("name", "role")),
                new Endpoint(Request.of("PATCH", admin.path()).bearer(admin.accessToken()), patch, all),
                new Endpoint(Request.of("PUT", admin.path()).bearer(admin.accessToken()), patch, all),
                new Endpoint(Request.of("POST", "/auth/verify-email"), fields("token", "\"x\""), List.of()),
                new Endpoint(Request.of("POST", "/auth/password/forgot"), fields("email", email), List.of()),
                new Endpoint(
                        Request.of("POST", "/auth/password/reset"),
                        fields("token", "\"x\"", "password", password),
                        List.of()),
                new Endpoint(
                        Request.of("POST", "/orders").bearer(admin.accessToken()),
                        fields("paymentToken", "\"tok_visa\"", "items", "[" + Orders.item("12.50") + "]"),
                        List.of()));
    }

    /** The fields that hold a text. */
    List<String> texts() {
        return valid.keySet().stream()
                .filter(field -> String.valueOf(valid.get(field)).startsWith("\""))
                .toList();
    }

    /** A patch: its optional fields may not be null either. */
    boolean patches() {
        return optional.size() == valid.size();
    }

    /** With this value of the field, in JSON, and valid ones of all others. */
    Request with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.put(field, value);
        return request.json(object(fields));
    }

    Request without(String field) {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.remove(field);
        return request.json(object(fields));
    }

    String validBody() {
        return object(valid);
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(List.of(namesAndValues));
        while (!all.isEmpty()) {
            fields.put(all.removeFirst(), all.removeFirst());
        }
        return fields;
    }
}
