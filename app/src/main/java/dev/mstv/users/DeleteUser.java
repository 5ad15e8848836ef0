package dev.mstv.users;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes a user.
 *
 * @param expectedVersion the version that the sender has seen; null if any will do
 */
@UseCase(value = "users.delete_user", action = "delete", subject = "User")
public record DeleteUser(@NotNull UUID id, @Nullable Long expectedVersion) implements Command<UserDeletion> {}
