package dev.mstv.platform.bus;

import dev.mstv.platform.bus.OutcomeStore.Claim;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives a command that is sent again with the same idempotency key the outcome of its first run. The key is claimed
 * before the run and the outcome is stored in the run's own transaction, so a crash at any point leaves either both the
 * effect and its outcome, or neither and a claim that runs out.
 */
@Singleton
final class Deduplicate implements Stage {

    private static final ScopedValue<Claim.Held> CLAIM = ScopedValue.newInstance();
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OutcomeStore store;
    private final OutcomeCodec codec;

    Deduplicate(OutcomeStore store, OutcomeCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        if (!type.command()) {
            return next;
        }
        return (message, context) ->
                context.idempotencyKey() == null ? next.run(message, context) : once(type, message, context, next);
    }

    /** The last step before the handler, inside of the transaction. */
    Step remember(UseCaseType type, Step handle) {
        if (!type.command()) {
            return handle;
        }
        return (message, context) -> {
            Object outcome = handle.run(message, context);
            if (context.idempotencyKey() != null) {
                store.complete(type.moduleOf(message), CLAIM.get(), codec.encode(outcome, type.outcome()));
            }
            return outcome;
        };
    }

    private Object once(UseCaseType type, Message<?> message, CallContext context, Step next) {
        String key = codec.key(context, type.name());
        String fingerprint = codec.fingerprint(type.name(), message);
        Duration lease = context.remaining().plus(GRACE);
        return switch (store.claim(type.moduleOf(message), key, fingerprint, lease)) {
            case Claim.Held held -> first(type, message, context, next, held);
            case Claim.Done(var outcome) -> {
                if (!context.nested()) {
                    context.receipt().markReplayed();
                }
                yield codec.decode(outcome, type.outcome());
            }
            case Claim.Running() ->
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "idempotency_in_progress",
                                "The first request with this Idempotency-Key is still running.")
                        .retryAfter(Duration.ofSeconds(1))
                        .refusal();
            case Claim.Reused() ->
                throw Problem.of(
                                ProblemKind.UNPROCESSABLE,
                                "idempotency_key_reused",
                                "This Idempotency-Key was used for a different request.")
                        .refusal();
        };
    }

    private Object first(UseCaseType type, Message<?> message, CallContext context, Step next, Claim.Held claim) {
        boolean done = false;
        try {
            Object outcome = ScopedValue.where(CLAIM, claim).call(() -> next.run(message, context));
            done = true;
            return outcome;
        } finally {
            if (!done) {
                store.release(type.moduleOf(message), claim);
            }
        }
    }
}
