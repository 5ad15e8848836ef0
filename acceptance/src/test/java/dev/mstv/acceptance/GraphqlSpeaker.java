package dev.mstv.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Says it in documents. */
final class GraphqlSpeaker implements Speaker {

    private final RunningApp app;

    GraphqlSpeaker(RunningApp app) {
        this.app = app;
    }

    @Override
    public Outcome register(String email, String password) {
        return mutation(
                NOBODY,
                NO_KEY,
                "register(input: {email: \"%s\", password: \"%s\"}) { user { id } }".formatted(email, password));
    }

    @Override
    public Outcome login(String email, String password) {
        return mutation(
                NOBODY,
                NO_KEY,
                "login(input: {email: \"%s\", password: \"%s\"}) { user { id } }".formatted(email, password));
    }

    @Override
    public void logout(Account who) {
        Outcome unused = mutation(
                who.accessToken(),
                NO_KEY,
                "logout(input: {refresh_token: \"%s\"}) { message }".formatted(who.refreshToken()));
    }

    @Override
    public Outcome read(String token, String user) {
        return outcome(token, NO_KEY, "{ user(id: \"%s\") { id } }".formatted(user));
    }

    @Override
    public Outcome create(String token, String email, String key) {
        return mutation(
                token,
                key,
                "createUser(input: {email: \"%s\", password: \"%s\"}) { id }".formatted(email, Account.PASSWORD));
    }

    @Override
    public Outcome rename(String token, String user, String name, long seen) {
        throw new UnsupportedOperationException("No document says which version was seen");
    }

    @Override
    public Outcome delete(String token, String user) {
        return mutation(token, NO_KEY, "deleteUser(id: \"%s\")".formatted(user));
    }

    @Override
    public Outcome place(String token, List<String> currencies, String key) {
        String items = currencies.stream()
                .map("{sku: \"book\", quantity: 1, unitPrice: {amount: \"12\", currency: \"%s\"}}"::formatted)
                .collect(Collectors.joining(", "));
        return mutation(
                token, key, "placeOrder(input: {items: [%s], paymentToken: \"tok_visa\"}) { id }".formatted(items));
    }

    @Override
    public Outcome order(String token, String order) {
        return outcome(token, NO_KEY, "{ order(id: \"%s\") { id } }".formatted(order));
    }

    @Override
    public Outcome cancel(String token, String order) {
        return mutation(token, NO_KEY, "cancelOrder(id: \"%s\") { id }".formatted(order));
    }

    private Outcome mutation(String token, String key, String field) {
        return outcome(token, key, "mutation { " + field + " }");
    }

    private Outcome outcome(String token, String key, String document) {
        Request request = Request.post(
                "/graphql",
                JsonNodeFactory.instance.objectNode().put("query", document).toString());
        Request keyed = key.isEmpty() ? request : request.header("Idempotency-Key", key);
        return outcome(app.send(token.isEmpty() ? keyed : keyed.bearer(token)));
    }

    private static Outcome outcome(Answer answer) {
        JsonNode body = answer.json();
        if (body.has("errors")) {
            return Outcome.refused(body.at("/errors/0/extensions/code").asText());
        }
        if (answer.status() >= 400) {
            return Outcome.refused(answer.problem().split(" ", -1)[1]);
        }
        JsonNode value = body.path("data").iterator().next();
        return value.isNull()
                ? Outcome.refused("null")
                : Outcome.ok(value.findPath("id").asText());
    }

    @Override
    public void close() {
        // The connection is the application's.
    }
}
