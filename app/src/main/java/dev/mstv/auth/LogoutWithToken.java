package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;

/** Ends the session that a refresh token belongs to; holding it is enough. */
@UseCase(value = "auth.logout_with_token", access = Access.ANYONE)
public record LogoutWithToken(@NotNull String refreshToken) implements Command<SessionEnd> {

    @Override
    public String toString() {
        return "LogoutWithToken[…]";
    }
}
