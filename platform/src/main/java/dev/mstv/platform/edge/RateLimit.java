package dev.mstv.platform.edge;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Counts the calls of each caller, a user or else an address, over all edges together. Thread-safe. */
@Singleton
public final class RateLimit {

    private final Allowances allowances;

    RateLimit(Allowances allowances) {
        this.allowances = allowances;
    }

    /** Counts a call. Does not block; the answer comes within a tenth of a second. */
    public CompletionStage<Allowance> count(CallContext call) {
        return allowances.take(
                call.caller() instanceof Caller.User user
                        ? user.id()
                        : call.client().address());
    }

    /** Why a call is refused for which none was left: {@code rate_limited}. */
    public static Problem exceeded(Allowance allowance) {
        LimitSettings limit = allowance.limit();
        return Problem.of(
                        ProblemKind.TOO_MANY,
                        "rate_limited",
                        "At most " + limit.requests() + " requests in "
                                + limit.window().toSeconds() + " s.")
                .retryAfter(allowance.reset());
    }
}
