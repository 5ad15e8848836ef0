package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Signs a user in. */
@UseCase(value = "auth.login", access = Access.ANYONE)
public record Login(
        @NotNull @Size(max = 1024) String email,
        @NotNull @Size(max = 1024) String password) implements Command<LoginAttempt> {

    @Override
    public String toString() {
        return "Login[…]";
    }
}
