package dev.mstv.auth.interfaces.rest;

import dev.mstv.platform.security.Tokens;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** The keys by which others verify our tokens. */
@Tag(name = "auth")
@Controller("/.well-known")
@Edge
class JwksController {

    private final Tokens tokens;

    JwksController(Tokens tokens) {
        this.tokens = tokens;
    }

    @Get("/jwks.json")
    @Operation(summary = "Shows the public keys that tokens are signed with (RFC 7517)")
    HttpResponse<Map<String, Object>> jwks() {
        return HttpResponse.ok(tokens.jwks()).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
