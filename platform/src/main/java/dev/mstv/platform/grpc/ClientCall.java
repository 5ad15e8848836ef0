package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.Allowance;
import dev.mstv.platform.edge.AnswerHead;
import dev.mstv.platform.problem.Problem;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

/** The call of a client, whose answer says what every answer does. Thread-safe. */
final class ClientCall<Q, A> extends OnceAnswered<Q, A> {

    private final CallContext context;
    private volatile @Nullable Allowance allowance;

    ClientCall(ServerCall<Q, A> call, CallContext context) {
        super(call);
        this.context = context;
    }

    CallContext context() {
        return context;
    }

    /** Notes what the client may still ask. */
    void counted(Allowance left) {
        allowance = left;
    }

    /** Answers that it is not fulfilled, unless it is answered already. */
    void refuse(Problem problem) {
        StatusRuntimeException refusal = ProblemStatus.of(problem, context.requestId());
        Metadata trailers = refusal.getTrailers();
        close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    void complete(Metadata head) {
        MetadataHead.add(AnswerHead.of(context), head);
        Allowance left = allowance;
        if (left != null) {
            MetadataHead.add(left.head(), head);
        }
    }
}
