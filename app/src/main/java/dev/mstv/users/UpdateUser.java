package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes a user; what is null stays as it is.
 *
 * @param removeName true to have no name any more
 * @param expectedVersion the version that the sender has seen; null if any will do
 */
@UseCase(value = "users.update_user", action = "update", subject = "User")
public record UpdateUser(
        @NotNull UUID id,

        @Nullable @Size(max = Email.MAX_LENGTH) @Pattern(regexp = Email.FORMAT, message = "must be an e-mail address")
        String email,

        @Nullable @Pattern(regexp = DisplayName.FORMAT, message = "must be 1 to 100 visible characters")
        String name,

        boolean removeName,

        @Nullable @Pattern(regexp = "user|admin", message = "must be user or admin")
        String role,

        @Nullable Long expectedVersion)
        implements Command<UserUpdate> {}
