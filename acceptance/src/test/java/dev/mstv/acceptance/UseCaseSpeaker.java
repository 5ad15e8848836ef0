package dev.mstv.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Says it by the logical names of use cases, in protocols where a client may name any. */
abstract class UseCaseSpeaker implements Speaker {

    /** A use case of somebody. */
    record Asked(String token, String name, boolean command, String payload, String key) {}

    /** What is answered: {@code {success, data}} or {@code {success, error: {code}}}. */
    abstract JsonNode answer(Asked asked);

    /** Who registers and signs in, where it has to be somebody who is signed in already. */
    String guest() {
        return NOBODY;
    }

    @Override
    public Outcome register(String email, String password) {
        return command(
                guest(), "auth.register", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), NO_KEY);
    }

    @Override
    public Outcome login(String email, String password) {
        return command(
                guest(), "auth.login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), NO_KEY);
    }

    @Override
    public void logout(Account who) {
        Outcome unused = command(who.accessToken(), "auth.logout", "{}", NO_KEY);
    }

    @Override
    public Outcome read(String token, String user) {
        return query(token, "users.get_user", user);
    }

    @Override
    public Outcome create(String token, String email, String key) {
        String payload = "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"user\"}".formatted(email, Account.PASSWORD);
        return command(token, "users.create_user", payload, key);
    }

    @Override
    public Outcome rename(String token, String user, String name, long seen) {
        String payload = "{\"id\":\"%s\",\"name\":\"%s\",\"expectedVersion\":%d}".formatted(user, name, seen);
        return command(token, "users.update_user", payload, NO_KEY);
    }

    @Override
    public Outcome delete(String token, String user) {
        return command(token, "users.delete_user", id(user), NO_KEY);
    }

    @Override
    public Outcome place(String token, List<String> currencies, String key) {
        return command(token, "orders.place_order", Orders.inEach(currencies), key);
    }

    @Override
    public Outcome order(String token, String order) {
        return query(token, "orders.find_order", order);
    }

    @Override
    public Outcome cancel(String token, String order) {
        return command(token, "orders.cancel_order", id(order), NO_KEY);
    }

    private static String id(String id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private Outcome query(String token, String name, String id) {
        return outcome(new Asked(token, name, false, id(id), NO_KEY));
    }

    private Outcome command(String token, String name, String payload, String key) {
        return outcome(new Asked(token, name, true, payload, key));
    }

    private Outcome outcome(Asked asked) {
        JsonNode answer = answer(asked);
        return answer.path("success").asBoolean()
                ? Outcome.ok(answer.path("data").findPath("id").asText())
                : Outcome.refused(answer.path("error").path("code").asText());
    }
}
