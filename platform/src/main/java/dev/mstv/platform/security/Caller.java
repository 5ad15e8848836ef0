package dev.mstv.platform.security;

import dev.mstv.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On whose behalf a message is sent. */
public sealed interface Caller {

    /** The process itself, which may do everything. */
    Caller SYSTEM = new ThisProcess();

    /** What tells this caller from others, for limits, keys and records; not for decisions. */
    String id();

    /** Nobody known. {@code fault} says why a token that was sent did not count; null if none was sent. */
    record Anonymous(@Nullable Problem fault) implements Caller {
        @Override
        public String id() {
            return "anonymous";
        }
    }

    /** Someone signed in, with the role that their token was issued for. */
    record User(UUID userId, String role, UUID session) implements Caller {
        @Override
        public String id() {
            return userId.toString();
        }
    }

    /** See {@link #SYSTEM}. */
    record ThisProcess() implements Caller {
        @Override
        public String id() {
            return "system";
        }
    }
}
