package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Makes an account and signs its user in. */
@UseCase(value = "auth.register", access = Access.ANYONE)
public record Register(
        @NotNull String email,
        @NotNull String password,
        @Nullable String name) implements Command<Registration> {

    @Override
    public String toString() {
        return "Register[…]";
    }
}
