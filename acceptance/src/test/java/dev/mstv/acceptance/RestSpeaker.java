package dev.mstv.acceptance;

import java.util.List;

/** Says it in HTTP, by resources. */
final class RestSpeaker implements Speaker {

    private final RunningApp app;

    RestSpeaker(RunningApp app) {
        this.app = app;
    }

    @Override
    public Outcome register(String email, String password) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        return outcome(Request.post("/auth/register", body), NOBODY, "/user/id");
    }

    @Override
    public Outcome login(String email, String password) {
        return outcome(Account.login(email, password), NOBODY, "/user/id");
    }

    @Override
    public void logout(Account who) {
        app.send(who.post("/auth/logout", "")).expect(204);
    }

    @Override
    public Outcome read(String token, String user) {
        return outcome(Request.get("/users/" + user), token, "/id");
    }

    @Override
    public Outcome create(String token, String email, String key) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Account.PASSWORD);
        return outcome(keyed(Request.post("/users", body), key), token, "/id");
    }

    @Override
    public Outcome rename(String token, String user, String name, long seen) {
        Request patch = Request.of("PATCH", "/users/" + user)
                .json("{\"name\":\"" + name + "\"}")
                .header("If-Match", "\"" + seen + "\"");
        return outcome(patch, token, "/id");
    }

    @Override
    public Outcome delete(String token, String user) {
        return outcome(Request.delete("/users/" + user), token, "");
    }

    @Override
    public Outcome place(String token, List<String> currencies, String key) {
        return outcome(keyed(Request.post("/orders", Orders.inEach(currencies)), key), token, "/id");
    }

    @Override
    public Outcome order(String token, String order) {
        return outcome(Request.get("/orders/" + order), token, "/id");
    }

    @Override
    public Outcome cancel(String token, String order) {
        return outcome(Request.of("POST", "/orders/" + order + "/cancel"), token, "/id");
    }

    private static Request keyed(Request request, String key) {
        return key.isEmpty() ? request : request.header("Idempotency-Key", key);
    }

    private Outcome outcome(Request request, String token, String idAt) {
        Answer answer = app.send(token.isEmpty() ? request : request.bearer(token));
        if (answer.status() >= 400) {
            return Outcome.refused(answer.problem().split(" ", -1)[1]);
        }
        return Outcome.ok(idAt.isEmpty() ? "" : answer.at(idAt));
    }

    @Override
    public void close() {
        // The connection is the application's.
    }
}
