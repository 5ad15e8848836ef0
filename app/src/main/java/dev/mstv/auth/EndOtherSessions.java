package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends all living sessions of a user but one.
 *
 * @param except the one that goes on; null if none does
 */
@UseCase(value = "auth.end_other_sessions", access = Access.INTERNAL)
public record EndOtherSessions(
        @NotNull UUID userId, @Nullable UUID except) implements Command<SessionEnd> {}
