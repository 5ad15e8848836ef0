package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import dev.mstv.platform.security.NotCommon;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Adds someone who registers themselves, as an ordinary user. */
@UseCase(value = "users.register_user", access = Access.INTERNAL)
public record RegisterUser(
        @NotNull @Size(max = Email.MAX_LENGTH) @Pattern(regexp = Email.FORMAT, message = "must be an e-mail address")
        String email,

        @NotNull
        @Size(min = 8, max = 128)
        @NotCommon
        @Pattern(regexp = "[^\\p{Cs}]*", message = "must be well-formed text")
        String password,

        @Nullable @Pattern(regexp = DisplayName.FORMAT, message = "must be 1 to 100 visible characters")
        String name)
        implements Command<UserCreation> {

    @Override
    public String toString() {
        return "RegisterUser[…]";
    }
}
