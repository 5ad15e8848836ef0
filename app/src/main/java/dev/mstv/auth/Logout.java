package dev.mstv.auth;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;

/** Ends the caller's session: its tokens are dead on every node. */
@UseCase(value = "auth.logout", action = "delete", subject = "Session")
public record Logout() implements Command<SessionEnd> {}
