package dev.mstv.platform.security;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.TokenClaims.Kind;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells from the credentials of a request who calls. Does not block. */
@Singleton
public final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller behind an {@code Authorization} header (RFC 6750). One that does not count makes an anonymous caller,
     * who is told why where a signed-in one is needed: a client may log in while it still sends its old token.
     */
    public Caller caller(@Nullable String authorization) {
        return credentials(authorization).caller();
    }

    /** As {@link #caller}, and for how long: for who stays connected. */
    public Credentials credentials(@Nullable String authorization) {
        if (authorization == null) {
            return Credentials.none(null);
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Credentials.none(Problem.of(
                    ProblemKind.UNAUTHENTICATED, "invalid_token", "The Authorization header is not a bearer token."));
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return switch (tokens.verify(token, Kind.ACCESS)) {
            case Tokens.Verification.Valid(var claims) ->
                new Credentials(new Caller.User(claims.userId(), claims.role(), claims.session()), claims.expiresAt());
            case Tokens.Verification.Invalid(var problem) -> Credentials.none(problem);
        };
    }
}
