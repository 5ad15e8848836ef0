package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Proves an e-mail address by the token that was mailed there. */
@UseCase(value = "auth.verify_email", access = Access.ANYONE)
public record VerifyEmail(@NotNull @Size(max = 1024) String token) implements Command<EmailConfirmation> {

    @Override
    public String toString() {
        return "VerifyEmail[…]";
    }
}
