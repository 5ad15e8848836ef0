package dev.mstv.auth;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own sessions that live, newest first.
 *
 * @param limit how many at most
 * @param after the session after which the list goes on; null for its beginning
 */
@UseCase(value = "auth.list_sessions", action = "read", subject = "Session")
public record ListSessions(
        @Min(1) @Max(100) int limit, @Nullable UUID after) implements Query<Page<SessionView>> {}
