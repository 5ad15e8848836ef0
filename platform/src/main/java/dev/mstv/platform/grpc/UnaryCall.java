package dev.mstv.platform.grpc;

import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import io.grpc.Context.CancellableContext;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the call of a client once its message is there, and says what became of it. */
final class UnaryCall<Q> extends SimpleForwardingServerCallListener<Q> {

    private static final Logger LOG = LoggerFactory.getLogger(UnaryCall.class);

    private final ClientCall<Q, ?> call;
    private final CancellableContext time;
    private final Entrance entrance;
    private final Optional<Problem> fault;
    private final int bodyLimit;

    UnaryCall(
            ServerCall.Listener<Q> listener,
            ClientCall<Q, ?> call,
            CancellableContext time,
            Entrance entrance,
            Optional<Problem> fault,
            int bodyLimit) {
        super(listener);
        this.call = call;
        this.time = time;
        this.entrance = entrance;
        this.fault = fault;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public void onMessage(Q message) {
        if (call.isClosed()) {
            return;
        }
        try {
            super.onMessage(bounded(message));
        } catch (StatusRuntimeException e) {
            call.refuse(Problem.of(ProblemKind.INVALID, "malformed_body", "The message is not what is expected here."));
        } catch (Refusal refusal) {
            call.refuse(refusal.problem());
        }
    }

    @Override
    public void onHalfClose() {
        if (call.isClosed()) {
            return;
        }
        try {
            boolean unused = entrance.serve(call.context(), call::counted, this::served);
        } catch (Refusal refusal) {
            call.refuse(refusal.problem());
        } catch (RuntimeException | Error bug) {
            logged(bug);
            call.refuse(Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."));
        }
    }

    @Override
    public void onComplete() {
        super.onComplete();
        time.cancel(null);
    }

    @Override
    public void onCancel() {
        super.onCancel();
        time.cancel(null);
    }

    private boolean served() {
        fault.ifPresent(problem -> {
            throw problem.refusal();
        });
        super.onHalfClose();
        return true;
    }

    // What comes is a stream, see ClientCalls.around; also of what was compressed no more is read than may be sent.
    @SuppressWarnings("unchecked")
    private Q bounded(Q message) {
        try {
            byte[] bytes = ((InputStream) message).readNBytes(bodyLimit + 1);
            if (bytes.length > bodyLimit) {
                throw Problem.of(ProblemKind.TOO_LARGE, "body_too_large", "The message is too large.")
                        .refusal();
            }
            return (Q) new ByteArrayInputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void logged(Throwable bug) {
        boolean unused = Entrance.bind(call.context(), () -> {
            LOG.error("{} failed", call.getMethodDescriptor().getFullMethodName(), bug);
            return true;
        });
    }
}
