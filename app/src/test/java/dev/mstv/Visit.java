package dev.mstv;

/** What a client sends, and whether it stays for the answer. */
enum Visit {
    GOOD("GET /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\n", true),
    HEAD("HEAD /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\n", true),
    GRAPHQL(post("/graphql", "{\"query\":\"{ __typename }\"}"), true),
    NOT_SIGNED_IN("GET /users HTTP/1.1\r\nHost: a\r\n\r\n", true),
    FORGED_TOKEN("GET /users HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a.b.c\r\n\r\n", true),
    NOWHERE("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", true),
    WRONG_METHOD("DELETE /graphql HTTP/1.1\r\nHost: a\r\n\r\n", true),
    WRONG_TYPE("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", true),
    NO_JSON(post("/graphql", "what?"), true),
    NO_BODY("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", true),
    TOO_LARGE("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", true),
    BAD_KEY("GET /users HTTP/1.1\r\nHost: a\r\nIdempotency-Key: a b\r\n\r\n", true),
    NO_HOST("GET /users HTTP/1.1\r\n\r\n", true),
    NO_HTTP("what?\r\n\r\n", true),
    PREFLIGHT(
            "OPTIONS /users HTTP/1.1\r\nHost: a\r\nOrigin: http://b\r\nAccess-Control-Request-Method: GET\r\n\r\n",
            true),
    OPERATOR("GET /ops/dead-letters HTTP/1.1\r\nHost: a\r\n\r\n", true),
    METRICS("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", true),
    PIPELINED("GET /users HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", true),
    GONE_BEFORE_THE_ANSWER("GET /users HTTP/1.1\r\nHost: a\r\n\r\n", false),
    GONE_WITH_A_BODY(post("/graphql", "{\"query\":\"{ __typename }\"}"), false),
    GONE_WITHIN_THE_BODY("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{\"query\":", false),
    GONE_WITHIN_A_CHUNK("POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{", false),
    GONE_AFTER_THE_HEAD("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n", false),
    GONE_WITHIN_THE_HEAD("GET /users HTTP/1.1\r\nHo", false);

    private final String bytes;
    private final boolean stays;

    Visit(String bytes, boolean stays) {
        this.bytes = bytes;
        this.stays = stays;
    }

    /** The first line of the answer; empty if there was none, or the client did not wait. */
    String pay(int port) {
        try (RawConnection connection = new RawConnection(port)) {
            connection.say(bytes);
            if (stays) {
                return connection.line();
            }
            connection.reset();
            return "";
        }
    }

    private static String post(String path, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json;
    }
}
