package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Notes that a user has proved an e-mail address to be theirs.
 *
 * @param email the address that they have proved; if theirs is another one by now, nothing is noted
 */
@UseCase(value = "users.mark_email_verified", access = Access.INTERNAL)
public record MarkEmailVerified(@NotNull UUID id, @NotNull String email) implements Command<EmailVerification> {

    @Override
    public String toString() {
        return "MarkEmailVerified[" + id + ']';
    }
}
