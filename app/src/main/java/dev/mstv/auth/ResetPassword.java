package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import dev.mstv.platform.security.NotCommon;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Gives a user another password by the token that was mailed to them, and ends all of their sessions. */
@UseCase(value = "auth.reset_password", access = Access.ANYONE)
public record ResetPassword(
        @NotNull @Size(max = 1024) String token,

        @NotNull
        @Size(min = 8, max = 128)
        @NotCommon
        @Pattern(regexp = "[^\\p{Cs}]*", message = "must be well-formed text")
        String password)
        implements Command<PasswordReset> {

    @Override
    public String toString() {
        return "ResetPassword[…]";
    }
}
