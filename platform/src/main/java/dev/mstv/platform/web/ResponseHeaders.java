package dev.mstv.platform.web;

import dev.mstv.platform.edge.AnswerHead;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** The headers that every answer has. */
@Singleton
final class ResponseHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    // The bundled Swagger UI and GraphiQL: their own scripts and styles, inline styles, and embedded images.
    private static final String PAGES = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; frame-ancestors 'none'";

    // What is personal, or an administrator's to see.
    private static final List<String> PRIVATE = List.of("/auth", "/users", "/audit", "/ops");

    // A year. Not for names below this one, which may be other people's.
    private static final String ONLY_TLS = "max-age=31536000";

    private final RateLimiter rateLimiter;
    private final Secured secured;

    ResponseHeaders(RateLimiter rateLimiter, Secured secured) {
        this.secured = secured;
        this.rateLimiter = rateLimiter;
    }

    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        // Answers to what could not be read at all have passed no filter before; they come here a second time.
        if (response.getHeaders().contains("X-Request-Id")) {
            return;
        }
        String path = request.getPath();
        boolean page = path.startsWith("/api") || path.startsWith("/graphiql");
        response.header("Content-Security-Policy", page ? PAGES : NOTHING)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (PRIVATE.stream().anyMatch(path::startsWith)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (secured.is(request)) {
            response.header("Strict-Transport-Security", ONLY_TLS);
        }
        AnswerHead.of(Calls.ofOrNew(request)).forEach(response::header);
        rateLimiter.addHeaders(request, response);
    }
}
