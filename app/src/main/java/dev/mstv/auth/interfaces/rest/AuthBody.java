package dev.mstv.auth.interfaces.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mstv.auth.SignedIn;
import dev.mstv.users.UserView;
import io.micronaut.core.annotation.Introspected;

/**
 * A user and their tokens, in OAuth 2's words (RFC 6749, section 5.1).
 *
 * @param token the access token once more, as the original calls it
 * @param expiresIn seconds for which the access token is valid
 */
@Introspected
record AuthBody(
        UserView user,
        String token,
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    static AuthBody of(SignedIn signedIn) {
        return new AuthBody(
                signedIn.user(),
                signedIn.accessToken(),
                signedIn.accessToken(),
                signedIn.refreshToken(),
                "Bearer",
                signedIn.expiresIn().toSeconds());
    }
}
