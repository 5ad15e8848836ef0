package dev.mstv.platform.security;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says no. Every use case passes it, from whichever edge it is called; what no rule allows is refused. */
@Singleton
public final class Gate {

    private final Policies policies;
    private final @Nullable SessionCheck sessions;

    Gate(Policies policies, @Nullable SessionCheck sessions) {
        this.policies = policies;
        this.sessions = sessions;
    }

    /** What the caller may do. */
    public Ability ability(Caller caller) {
        return policies.of(caller);
    }

    /**
     * Passes if the caller may do {@code action} on {@code subject}.
     *
     * @throws Refusal {@code unauthenticated} or {@code forbidden}
     */
    public void require(Caller caller, String action, Subject subject) {
        if (!ability(caller).can(action, subject)) {
            throw forbidden(caller);
        }
    }

    /**
     * Passes if the caller may do {@code action} on every one of the {@code fields} of {@code subject}.
     *
     * @throws Refusal {@code unauthenticated} or {@code forbidden}
     */
    public void requireFields(Caller caller, String action, Subject subject, Iterable<String> fields) {
        Ability ability = ability(caller);
        for (String field : fields) {
            if (!ability.can(action, subject, field)) {
                throw forbidden(caller);
            }
        }
    }

    /**
     * Passes if there may be a subject of this type on which the caller may do {@code action}.
     *
     * @throws Refusal {@code unauthenticated} or {@code forbidden}
     */
    public void requireAny(Caller caller, String action, String subjectType) {
        if (!ability(caller).canOnSome(action, subjectType)) {
            throw forbidden(caller);
        }
    }

    /**
     * Passes if the caller's session has not ended and their role has not changed since the token was issued.
     *
     * @throws Refusal {@code token_revoked}, {@code token_outdated}, or {@code service_unavailable} if nobody can tell
     */
    public void requireLiveSession(Caller caller) {
        if (!(caller instanceof Caller.User user)) {
            return;
        }
        if (sessions == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "Sessions cannot be checked right now.")
                    .retryAfter(Duration.ofSeconds(5))
                    .refusal();
        }
        Optional<String> role = sessions.currentRole(user);
        if (role.isEmpty()) {
            throw unauthenticated("token_revoked", "This session has ended.");
        }
        if (!role.get().equals(user.role())) {
            throw unauthenticated("token_outdated", "Your role has changed; refresh the token.");
        }
    }

    /**
     * The caller as a user.
     *
     * @throws Refusal {@code unauthenticated} or {@code forbidden}
     */
    public Caller.User user(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user;
        }
        throw forbidden(caller);
    }

    /** The refusal for this caller: to sign in, or that signing in does not help. */
    public Refusal forbidden(Caller caller) {
        if (caller instanceof Caller.Anonymous(var fault)) {
            return fault != null ? fault.refusal() : unauthenticated("unauthenticated", "Sign in first.");
        }
        return Problem.of(ProblemKind.FORBIDDEN, "forbidden", "You may not do this.")
                .refusal();
    }

    private static Refusal unauthenticated(String code, String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, code, detail).refusal();
    }
}
