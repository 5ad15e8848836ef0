package dev.mstv.platform.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** A call that is answered by whichever thread comes first; what others say afterwards is dropped. Thread-safe. */
class OnceAnswered<Q, A> extends SimpleForwardingServerCall<Q, A> {

    private boolean headed;
    private boolean closed;

    OnceAnswered(ServerCall<Q, A> call) {
        super(call);
    }

    /** Adds to what stands before the answer, or with its status if there is none. */
    void complete(Metadata head) {}

    final synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public final synchronized void sendHeaders(Metadata headers) {
        if (!closed) {
            headed = true;
            complete(headers);
            super.sendHeaders(headers);
        }
    }

    @Override
    public final synchronized void sendMessage(A message) {
        if (!closed) {
            super.sendMessage(message);
        }
    }

    @Override
    public final synchronized void close(Status status, Metadata trailers) {
        if (!closed) {
            closed = true;
            if (!headed) {
                complete(trailers);
            }
            super.close(status, trailers);
        }
    }
}
