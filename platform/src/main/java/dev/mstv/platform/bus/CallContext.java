package dev.mstv.platform.bus;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for how long, and by which request: bound once by the edge, read by the stages and by handlers.
 *
 * @param requestId as sent by the client or made here
 * @param deadline {@link System#nanoTime()} after which nobody waits for the answer any more
 * @param idempotencyKey null if the caller sent none
 * @param seen what the caller has seen already, so that no read model may show less
 * @param cause the event whose effect this is; null if it is none
 * @param receipt takes what goes back beside the outcome
 * @param within the use case that sends the message; null when an edge does
 * @param absence whether the caller has gone and hears of no answer any more, such as by cancelling; does not block
 * @param sent counts the commands with a key that were sent from here, so that a second one is not taken for the first
 */
public record CallContext(
        Caller caller,
        Client client,
        String requestId,
        Trace trace,
        long deadline,
        @Nullable String idempotencyKey,
        ConsistencyToken seen,
        @Nullable UUID cause,
        Receipt receipt,
        @Nullable String within,
        BooleanSupplier absence,
        AtomicInteger sent) {

    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

    /** Of a caller who stays, or of whom nobody can tell. */
    public static final BooleanSupplier STAYS = () -> false;

    /** How long a request may take when nobody said otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    /** A call that begins here and now. */
    public static CallContext of(
            Caller caller, Client client, String requestId, Trace trace, @Nullable String idempotencyKey) {
        long deadline = System.nanoTime() + DEFAULT_PATIENCE.toNanos();
        return new CallContext(
                caller,
                client,
                requestId,
                trace,
                deadline,
                idempotencyKey,
                ConsistencyToken.NONE,
                null,
                new Receipt(),
                null,
                STAYS,
                new AtomicInteger());
    }

    /** A call that this process makes of its own accord, such as the start does. */
    public static CallContext ofProcess() {
        return of(Caller.SYSTEM, Client.NONE, UUID.randomUUID().toString(), Trace.begin(), null);
    }

    /** A call that this process makes because of a request that was answered already. */
    public static CallContext afterRequest(String requestId) {
        return of(Caller.SYSTEM, Client.NONE, requestId, Trace.begin(), null);
    }

    /** A call that this process makes because of an event, in the request and trace that the event came from. */
    public static CallContext ofEvent(UUID event, String requestId, Trace trace) {
        return of(Caller.SYSTEM, Client.NONE, requestId, trace, null).with(ConsistencyToken.NONE, event);
    }

    /**
     * The call that the current thread serves.
     *
     * @throws IllegalStateException outside of any call, which is a bug of the edge
     */
    public static CallContext current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No call is bound to this thread"));
    }

    /** How long the call that the current thread serves may still take, less than nothing included; empty outside of any. */
    public static Optional<Duration> timeLeft() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().remaining()) : Optional.empty();
    }

    /**
     * Passes unless the caller of the call that the current thread serves has gone; outside of any call, always. For what
     * is asked before each step of the work, which cannot be interrupted: that would close the connections it uses.
     *
     * @throws Refusal {@code deadline_exceeded}
     */
    public static void requirePresence() {
        if (CURRENT.isBound() && CURRENT.get().abandoned()) {
            throw tooLate();
        }
    }

    /** Whether the call that the current thread serves has a caller who has gone; false outside of any. */
    public static boolean isAbandoned() {
        return CURRENT.isBound() && CURRENT.get().abandoned();
    }

    /** That nobody waits for the answer any more. */
    public static Refusal tooLate() {
        return Problem.of(ProblemKind.TOO_LATE, "deadline_exceeded", "The time for this request has run out.")
                .refusal();
    }

    /** Runs {@code work} as a part of this call. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** This call, by someone who has seen what the token says. */
    public CallContext seen(ConsistencyToken token) {
        return with(token, cause);
    }

    /** This call, by someone who waits until {@code end} and may go before. */
    public CallContext until(long end, BooleanSupplier gone) {
        return new CallContext(
                caller,
                client,
                requestId,
                trace,
                end,
                idempotencyKey,
                seen,
                cause,
                receipt,
                within,
                gone,
                new AtomicInteger());
    }

    /** Whether the caller has gone. */
    public boolean abandoned() {
        return absence.getAsBoolean();
    }

    /** This call as seen by the messages that {@code useCase} sends: what they do twice is told by the same key. */
    CallContext inside(String useCase) {
        String key = idempotencyKey == null ? null : idempotencyKey + '/' + useCase;
        return within(key, useCase);
    }

    /** The same call, one of several operations that came in one request. */
    public CallContext operation(String name) {
        String key = idempotencyKey == null ? null : idempotencyKey + '#' + name;
        return within(key, within);
    }

    private CallContext within(@Nullable String key, @Nullable String useCase) {
        return new CallContext(
                caller,
                client,
                requestId,
                trace,
                deadline,
                key,
                seen,
                cause,
                receipt,
                useCase,
                absence,
                new AtomicInteger());
    }

    private CallContext with(ConsistencyToken token, @Nullable UUID event) {
        return new CallContext(
                caller,
                client,
                requestId,
                trace,
                deadline,
                idempotencyKey,
                token,
                event,
                receipt,
                within,
                absence,
                sent);
    }

    boolean nested() {
        return within != null;
    }

    Duration remaining() {
        return abandoned() ? Duration.ZERO : Duration.ofNanos(deadline - System.nanoTime());
    }
}
