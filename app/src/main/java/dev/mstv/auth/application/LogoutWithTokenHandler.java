package dev.mstv.auth.application;

import dev.mstv.auth.LogoutWithToken;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionEnd.SessionMissing;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.TokenClaims.Kind;
import dev.mstv.platform.security.Tokens;
import jakarta.inject.Singleton;

/** Ends the session of a refresh token. */
@Singleton
final class LogoutWithTokenHandler implements CommandHandler<LogoutWithToken, SessionEnd> {

    private final Tokens tokens;
    private final SignOut signOut;

    LogoutWithTokenHandler(Tokens tokens, SignOut signOut) {
        this.tokens = tokens;
        this.signOut = signOut;
    }

    @Override
    public SessionEnd handle(LogoutWithToken command) {
        return switch (tokens.verify(command.refreshToken(), Kind.REFRESH)) {
            case Tokens.Verification.Valid(var claims) -> signOut.end(claims.session(), any -> true);
            case Tokens.Verification.Invalid invalid -> new SessionMissing();
        };
    }
}
