package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import dev.mstv.platform.security.NotCommon;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Gives a user a new password. */
@UseCase(value = "users.set_password", access = Access.INTERNAL)
public record SetPassword(
        @NotNull UUID id,

        @NotNull
        @Size(min = 8, max = 128)
        @NotCommon
        @Pattern(regexp = "[^\\p{Cs}]*", message = "must be well-formed text")
        String newPassword)
        implements Command<PasswordChange> {

    @Override
    public String toString() {
        return "SetPassword[…]";
    }
}
