package dev.mstv.devstack.up;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests of a first session, so that the code behind them is in the start-up cache; their answers do not matter. */
final class Rehearsal {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final String ACCOUNT = """
            {"email": "rehearsal@example.com", "password": "a-long-rehearsal"}""";

    private final Http http;

    Rehearsal(Http http) {
        this.http = http;
    }

    void perform() throws IOException {
        http.post("/auth/register", ACCOUNT, null);
        Matcher token = TOKEN.matcher(http.post("/auth/login", ACCOUNT, null).body());
        http.get("/auth/profile", token.find() ? token.group(1) : null);
        http.post("/graphql", "{\"query\": \"{ __typename }\"}", null);
        http.get("/api-json", null);
        http.get("/health/ready", null);
    }
}
