package dev.mstv.auth;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import java.util.List;

/** The caller's own sessions that live, newest first. */
@UseCase(value = "auth.list_sessions", action = "read", subject = "Session")
public record ListSessions() implements Query<List<SessionView>> {}
