package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Ends one of the sessions that the caller may end. */
@UseCase(value = "auth.end_session", action = "delete", subject = "Session")
public record EndSession(@NotNull UUID id) implements Command<SessionEnd> {}
