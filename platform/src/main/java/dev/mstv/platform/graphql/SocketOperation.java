package dev.mstv.platform.graphql;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.socket.Socket;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One operation of a client's, until it is complete: by either side. */
final class SocketOperation implements Subscriber<ExecutionResult> {

    private static final Logger LOG = LoggerFactory.getLogger(SocketOperation.class);

    private final String id;
    private final CallContext call;
    private final Socket socket;
    private final SocketOperations shared;
    private final Runnable ended;
    private @Nullable Subscription subscription;
    private boolean over;

    SocketOperation(String id, CallContext call, Socket socket, SocketOperations shared, Runnable ended) {
        this.id = id;
        this.call = call;
        this.socket = socket;
        this.shared = shared;
        this.ended = ended;
    }

    /** Executes the document. May block. */
    void run(GraphqlRequest request) {
        try {
            shared.serve(call, () -> {
                answer(shared.operations().execute(request, Transport.SOCKET));
                return true;
            });
        } catch (RuntimeException e) {
            onError(e);
        }
    }

    private void answer(ExecutionResult result) {
        if (result.getData() instanceof Publisher<?> publisher) {
            @SuppressWarnings("unchecked")
            Publisher<ExecutionResult> results = (Publisher<ExecutionResult>) publisher;
            results.subscribe(this);
        } else if (result.getErrors().isEmpty() || (result.isDataPresent() && result.getData() != null)) {
            onNext(result);
            onComplete();
        } else {
            finish("error", Errors.specification(result.getErrors()));
        }
    }

    @Override
    public void onSubscribe(Subscription begun) {
        boolean late;
        synchronized (this) {
            late = over;
            subscription = begun;
        }
        if (late) {
            begun.cancel();
        } else {
            // What waits is bounded where it is put in, and what is sent by the socket.
            begun.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(ExecutionResult result) {
        Map<String, Object> body = call.call(() -> Operations.body(result));
        if (!isOver()) {
            shared.send(socket, id, "next", body);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Problem problem;
        if (failure instanceof Refusal refusal) {
            problem = refusal.problem();
        } else {
            LOG.error("An operation over a socket failed", failure);
            problem = Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side.");
        }
        finish("error", call.call(() -> List.of(Errors.specification(problem))));
    }

    @Override
    public void onComplete() {
        finish("complete", null);
    }

    private void finish(String type, @Nullable Object payload) {
        if (end()) {
            // Before the message: the client may use the id again as soon as it has it.
            ended.run();
            shared.send(socket, id, type, payload);
        }
    }

    /** The client wants no more of it. */
    void cancel() {
        if (end()) {
            Subscription begun;
            synchronized (this) {
                begun = subscription;
            }
            if (begun != null) {
                begun.cancel();
            }
        }
    }

    private synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    private synchronized boolean isOver() {
        return over;
    }
}
