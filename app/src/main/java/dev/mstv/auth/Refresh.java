package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;

/** Changes a refresh token for a new pair; each can be used once. */
@UseCase(value = "auth.refresh", access = Access.ANYONE)
public record Refresh(@NotNull String refreshToken) implements Command<Renewal> {

    @Override
    public String toString() {
        return "Refresh[…]";
    }
}
