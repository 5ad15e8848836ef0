package dev.mstv.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What is no such request, no request of HTTP at all, or too much of one. */
final class BadHttp {

    private static final String MALFORMED = "400 malformed_request";
    private static final String NO_METHOD = "405 method_not_allowed";
    private static final String NOT_FOUND = "404 not_found";
    private static final String TOO_LARGE = "413 body_too_large";

    private BadHttp() {}

    static Stream<Bad> rows(Account admin) {
        return Stream.of(methods(admin), paths(), sizes(), raw()).flatMap(rows -> rows);
    }

    private static Stream<Bad> methods(Account admin) {
        return Stream.concat(
                Stream.of("GET", "PUT", "PATCH", "DELETE")
                        .flatMap(method -> Stream.of("/auth/register", "/auth/login", "/auth/refresh", "/auth/logout")
                                .map(path -> Bad.of("that method", Request.of(method, path), NO_METHOD))),
                Stream.of(
                                Request.of("POST", "/auth/profile"),
                                Request.of("DELETE", "/auth/abilities"),
                                Request.of("PUT", "/users"),
                                Request.of("POST", admin.path()),
                                Request.of("TRACE", "/users"),
                                Request.of("PROPFIND", "/users"),
                                Request.of("X'--", "/users"))
                        .map(request -> Bad.of("that method", request, NO_METHOD)));
    }

    private static Stream<Bad> paths() {
        return Stream.of(
                        "/nothing",
                        "/Users",
                        "/users/a/b",
                        "/auth",
                        "/auth/nothing",
                        "/auth/register/x",
                        "/../etc/passwd",
                        "/.env",
                        "/actuator/env",
                        "/%2e%2e/etc/passwd",
                        "/users/1;DROP%20TABLE%20users_user",
                        "/nothing?x='%20OR%201=1",
                        "/swagger/%00")
                .map(path -> Bad.of("no such path", Request.get(path), NOT_FOUND));
    }

    private static Stream<Bad> sizes() {
        Request register = Request.of("POST", "/auth/register");
        String big = "{\"email\":\"" + "x".repeat(1_048_576) + "\"}";
        Request chunked = register.json("").header("Transfer-Encoding", "chunked");
        return Stream.of(
                Bad.of("a body over the limit", register.json(big), TOO_LARGE),
                Bad.of("a body over the limit", Request.post("/auth/login", big), TOO_LARGE),
                Bad.of(
                        "chunks over the limit",
                        chunked.body("200000\r\n" + "x".repeat(0x200000) + "\r\n0\r\n\r\n"),
                        TOO_LARGE),
                Bad.of("a large body announced", register.json("").header("Content-Length", "999999999999"), TOO_LARGE),
                Bad.of("a long path", Request.get("/users/" + "x".repeat(9000)), "414 uri_too_long"),
                Bad.of("a long query", Request.get("/users?q=" + "x".repeat(70_000)), "414 uri_too_long"),
                Bad.of(
                        "a long header",
                        Request.get("/users").header("X-Long", "x".repeat(17_000)),
                        "431 headers_too_large"),
                Bad.of("a long token", Request.get("/users").bearer("x".repeat(17_000)), "431 headers_too_large"),
                Bad.of(
                        "many headers",
                        Stream.iterate(Request.get("/users"), request -> request.header("X-Many", "x".repeat(100)))
                                .skip(300)
                                .findFirst()
                                .orElseThrow(),
                        "431 headers_too_large"));
    }

    private static Stream<Bad> raw() {
        String post = "POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        return List.of(
                        "\r\n\r\nGET\r\n\r\n",
                        "GET /users\r\n\r\n",
                        "GET /users FTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /users HTTP/1.1\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: localhost\r\nX-Space : 1\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\u0000b\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: localhost\r\nX-Vt: a\u000bb\r\n\r\n",
                        "GET /users HTTP/1.1\r\nHost: localhost\r\n: nameless\r\n\r\n",
                        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /users?limit=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /a\u0000b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET users HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /users{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        post + "Content-Length: -1\r\n\r\n{}",
                        post + "Content-Length: two\r\n\r\n{}",
                        post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
                        post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: gzip\r\n\r\n{}",
                        post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n{}\r\n0\r\n\r\n")
                .stream()
                .map(text -> new Bad(
                        "raw " + Bad.shortened(text.replace("\r\n", "|").replace(post.replace("\r\n", "|"), "POST ")),
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        text.contains("Transfer-Encoding") && !text.contains("Content-Length")
                                ? "400 malformed_body"
                                : MALFORMED));
    }
}
