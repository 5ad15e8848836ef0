package dev.mstv.platform.security;

import dev.mstv.platform.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how long they may be taken at their word.
 *
 * @param until when the token ends; the end of time for who has none
 */
public record Credentials(Caller caller, Instant until) {

    static Credentials none(@Nullable Problem fault) {
        return new Credentials(new Caller.Anonymous(fault), Instant.MAX);
    }
}
