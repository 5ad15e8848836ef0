package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks for a mail by which the user with an e-mail address, if there is one, can choose another password. */
@UseCase(value = "auth.forgot_password", access = Access.ANYONE)
public record ForgotPassword(@NotNull @Size(max = 1024) String email) implements Command<ResetRequest> {

    @Override
    public String toString() {
        return "ForgotPassword[…]";
    }
}
