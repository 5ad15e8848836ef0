package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Gives the caller, who knows the current password, a new one, and ends their other sessions. */
@UseCase(value = "auth.change_password", action = "update", subject = "Password")
public record ChangeOwnPassword(
        @NotNull @Size(max = 1024) String currentPassword,
        @NotNull @Size(max = 1024) String newPassword) implements Command<OwnPasswordChange> {

    @Override
    public String toString() {
        return "ChangeOwnPassword[…]";
    }
}
