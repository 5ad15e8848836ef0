package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Tells whether a password is that of the user with an e-mail address. */
@UseCase(value = "users.check_password", access = Access.INTERNAL)
public record CheckPassword(
        @NotNull String email, @NotNull @Size(max = 1024) String password) implements Query<PasswordCheck> {

    @Override
    public String toString() {
        return "CheckPassword[…]";
    }
}
