package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Hashes a user's password, which has just been checked, in today's way. */
@UseCase(value = "users.renew_password_hash", access = Access.INTERNAL)
public record RenewPasswordHash(@NotNull UUID id, @NotNull String password) implements Command<PasswordChange> {

    @Override
    public String toString() {
        return "RenewPasswordHash[…]";
    }
}
