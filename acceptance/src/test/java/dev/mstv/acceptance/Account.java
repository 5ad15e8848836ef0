package dev.mstv.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/** Someone who is signed in. */
record Account(String id, String email, String accessToken, String refreshToken) {

    static final String PASSWORD = "a fine password";

    /** Someone new. */
    static Account registered(RunningApp app) {
        return registered(app, World.newEmail());
    }

    static Account registered(RunningApp app, String email) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, PASSWORD);
        return of(app.send(Request.post("/auth/register", body)).expect(201));
    }

    static Account administrator(RunningApp app) {
        return loggedIn(app, Secrets.ADMIN_EMAIL, Secrets.ADMIN_PASSWORD);
    }

    /** An administrator whom a test may break. */
    static Account newAdministrator(RunningApp app) {
        String email = World.newEmail();
        String body = "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"admin\"}".formatted(email, PASSWORD);
        app.send(administrator(app).post("/users", body)).expect(201);
        return loggedIn(app, email, PASSWORD);
    }

    static Account loggedIn(RunningApp app, String email, String password) {
        return of(app.send(login(email, password)).expect(200));
    }

    static Request login(String email, String password) {
        return Request.post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    static Account of(Answer answer) {
        JsonNode body = answer.json();
        return new Account(
                body.at("/user/id").textValue(),
                body.at("/user/email").textValue(),
                body.path("access_token").textValue(),
                body.path("refresh_token").textValue());
    }

    String path() {
        return "/users/" + id;
    }

    Request get(String path) {
        return Request.get(path).bearer(accessToken);
    }

    Request post(String path, String json) {
        return Request.post(path, json).bearer(accessToken);
    }

    Request patch(String path, String json) {
        return Request.of("PATCH", path).json(json).bearer(accessToken);
    }

    Request delete(String path) {
        return Request.delete(path).bearer(accessToken);
    }

    Request refresh() {
        return Request.post("/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(refreshToken));
    }
}
