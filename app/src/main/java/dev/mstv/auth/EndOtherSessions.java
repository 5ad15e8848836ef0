package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Ends all living sessions of a user but one. */
@UseCase(value = "auth.end_other_sessions", access = Access.INTERNAL)
public record EndOtherSessions(
        @NotNull UUID userId, @NotNull UUID except) implements Command<SessionEnd> {}
