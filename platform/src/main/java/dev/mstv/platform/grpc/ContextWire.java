package dev.mstv.platform.grpc;

import dev.mstv.contracts.bus.v1.Anonymous;
import dev.mstv.contracts.bus.v1.Context;
import dev.mstv.contracts.bus.v1.Process;
import dev.mstv.contracts.bus.v1.SignedIn;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Receipt;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.security.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The context of a call, as it goes from process to process; the deadline goes with the call itself. */
final class ContextWire {

    private ContextWire() {}

    static Context write(CallContext call, int ordinal) {
        Context.Builder wire = Context.newBuilder()
                .setAddress(call.client().address())
                .setRequestId(call.requestId())
                .setTraceparent(call.trace().traceparent())
                .setOrdinal(ordinal)
                .setConsistencyToken(call.seen().toString());
        switch (call.caller()) {
            case Caller.User user ->
                wire.setUser(SignedIn.newBuilder()
                        .setId(user.userId().toString())
                        .setRole(user.role())
                        .setSession(user.session().toString()));
            case Caller.Anonymous(var fault) -> {
                Anonymous.Builder anonymous = Anonymous.newBuilder();
                if (fault != null) {
                    anonymous.setFault(ProblemWire.write(fault));
                }
                wire.setAnonymous(anonymous);
            }
            case Caller.ThisProcess() -> wire.setProcess(Process.getDefaultInstance());
        }
        if (call.client().userAgent() != null) {
            wire.setUserAgent(call.client().userAgent());
        }
        if (call.idempotencyKey() != null) {
            wire.setIdempotencyKey(call.idempotencyKey());
        }
        if (call.cause() != null) {
            wire.setCause(call.cause().toString());
        }
        if (call.within() != null) {
            wire.setWithin(call.within());
        }
        return wire.build();
    }

    /**
     * The call here, which is a part of the one there.
     *
     * @param deadline {@link System#nanoTime()} after which nobody waits any more
     * @param absence whether nobody waits any more already
     * @throws IllegalArgumentException if it is none
     */
    static CallContext read(Context wire, long deadline, BooleanSupplier absence) {
        return new CallContext(
                caller(wire),
                new Client(wire.getAddress(), wire.hasUserAgent() ? wire.getUserAgent() : null),
                wire.getRequestId(),
                Trace.continued(wire.getTraceparent()),
                deadline,
                wire.hasIdempotencyKey() ? wire.getIdempotencyKey() : null,
                wire.getConsistencyToken().isEmpty()
                        ? ConsistencyToken.NONE
                        : ConsistencyToken.parse(wire.getConsistencyToken()).orElseThrow(IllegalArgumentException::new),
                wire.hasCause() ? UUID.fromString(wire.getCause()) : null,
                new Receipt(),
                wire.hasWithin() ? wire.getWithin() : null,
                absence,
                new AtomicInteger(wire.getOrdinal()));
    }

    private static Caller caller(Context wire) {
        return switch (wire.getCallerCase()) {
            case USER ->
                new Caller.User(
                        UUID.fromString(wire.getUser().getId()),
                        wire.getUser().getRole(),
                        UUID.fromString(wire.getUser().getSession()));
            case ANONYMOUS ->
                new Caller.Anonymous(
                        wire.getAnonymous().hasFault()
                                ? ProblemWire.read(wire.getAnonymous().getFault())
                                : null);
            case PROCESS -> Caller.SYSTEM;
            case CALLER_NOT_SET -> throw new IllegalArgumentException("Nobody calls");
        };
    }
}
