package dev.mstv.platform.grpc;

import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds what needs no token: how many streams are open at once, and how long each call may last. Ends them when the
 * process stops, which they would hold up. Thread-safe.
 */
final class Bystanders implements ServerInterceptor {

    private static final int STREAMS = 100;
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final Duration STREAM = Duration.ofHours(1);
    private static final Status NO_ROOM = Status.RESOURCE_EXHAUSTED.withDescription("Too many streams are open.");
    private static final Status OVER = Status.UNAVAILABLE.withDescription("Open another stream.");

    private final Patience patience;
    private final Set<OnceAnswered<?, ?>> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Bystanders(Patience patience) {
        this.patience = patience;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        boolean question = call.getMethodDescriptor().getType().serverSendsOneMessage();
        OnceAnswered<Q, A> bounded = new OnceAnswered<>(call);
        if (!question && (streams.size() >= STREAMS || ended)) {
            bounded.close(ended ? OVER : NO_ROOM, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        if (!question) {
            streams.add(bounded);
        }
        CancellableContext time = patience.begin(question ? QUESTION : STREAM);
        Patience.whenOver(time, () -> end(bounded));
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(time, bounded, headers, next)) {

            @Override
            public void onCancel() {
                super.onCancel();
                over();
            }

            @Override
            public void onComplete() {
                super.onComplete();
                over();
            }

            private void over() {
                streams.remove(bounded);
                time.cancel(null);
            }
        };
    }

    /** Ends the streams and takes no more. */
    void end() {
        ended = true;
        streams.forEach(Bystanders::end);
    }

    private static void end(OnceAnswered<?, ?> call) {
        call.close(OVER, new Metadata());
    }
}
