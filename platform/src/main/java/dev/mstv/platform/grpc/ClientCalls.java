package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.edge.IncomingCalls;
import dev.mstv.platform.security.Authentication;
import dev.mstv.platform.security.Credentials;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Makes a call of ours of each call of a client. Thread-safe. */
@Singleton
@Requires(property = Grpc.EDGE, value = "true")
final class ClientCalls implements ServerInterceptor {

    private static final Context.Key<Credentials> CREDENTIALS = Context.key("credentials");
    // Of a stream; its token ends sooner.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final IncomingCalls calls;
    private final Authentication authentication;
    private final Entrance entrance;
    private final Patience patience;
    private final int bodyLimit;

    ClientCalls(
            IncomingCalls calls,
            Authentication authentication,
            Entrance entrance,
            Patience patience,
            Settings settings) {
        this.calls = calls;
        this.authentication = authentication;
        this.entrance = entrance;
        this.patience = patience;
        this.bodyLimit = settings.http().bodyLimit();
    }

    /** The service, with messages that are looked at before they are read. */
    ServerServiceDefinition around(ServerServiceDefinition service) {
        return ServerInterceptors.intercept(ServerInterceptors.useInputStreamMessages(service), this);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
        MetadataHead head = new MetadataHead(metadata);
        Credentials credentials = authentication.credentials(head.first("authorization"));
        CallContext context = calls.of(head, address(call), credentials.caller());
        boolean lasts = !call.getMethodDescriptor().getType().serverSendsOneMessage();
        CancellableContext time = patience.begin(lasts ? LONGEST : CallContext.DEFAULT_PATIENCE);
        ClientCall<Q, A> answered = new ClientCall<>(call, context.until(deadline(time), time::isCancelled));
        Patience.whenOver(time, () -> answered.refuse(CallContext.tooLate().problem()));
        ServerCall.Listener<Q> listener =
                Contexts.interceptCall(time.withValue(CREDENTIALS, credentials), answered, metadata, next);
        return new UnaryCall<>(listener, answered, time, entrance, IncomingCalls.fault(head), bodyLimit);
    }

    /** Those of the call that the current thread serves. */
    static Credentials credentials() {
        return Objects.requireNonNull(CREDENTIALS.get());
    }

    private static long deadline(CancellableContext time) {
        Deadline deadline = Objects.requireNonNull(time.getDeadline());
        return System.nanoTime()
                + Math.min(deadline.timeRemaining(TimeUnit.NANOSECONDS), CallContext.DEFAULT_PATIENCE.toNanos());
    }

    private static String address(ServerCall<?, ?> call) {
        return call.getAttributes().get(io.grpc.Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "unknown";
    }
}
