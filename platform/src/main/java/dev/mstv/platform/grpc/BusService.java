package dev.mstv.platform.grpc;

import com.google.protobuf.ByteString;
import dev.mstv.contracts.bus.v1.Answer;
import dev.mstv.contracts.bus.v1.BusGrpc;
import dev.mstv.contracts.bus.v1.Call;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.IncomingMessages;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs messages of other processes. Every answer is one of a use case or a stage; a bug says no more than that it is one. */
final class BusService extends BusGrpc.BusImplBase {

    private static final Logger LOG = LoggerFactory.getLogger(BusService.class);

    private final IncomingMessages messages;

    BusService(IncomingMessages messages) {
        this.messages = messages;
    }

    @Override
    public void run(Call call, StreamObserver<Answer> answers) {
        answers.onNext(answer(call));
        answers.onCompleted();
    }

    private Answer answer(Call call) {
        try {
            return answer(call, ContextWire.read(call.getContext(), deadline(), Context.current()::isCancelled));
        } catch (IllegalArgumentException e) {
            return refused(Problem.of(ProblemKind.INVALID, "malformed_message", "The call cannot be understood."));
        }
    }

    private Answer answer(Call call, CallContext context) {
        MDC.put("requestId", context.requestId());
        MDC.put("traceId", context.trace().traceId());
        try {
            byte[] outcome = messages.run(
                    call.getMessage(), call.getVersion(), call.getPayload().toByteArray(), context);
            return outcome.length > Sizes.MESSAGE
                    ? refused(Sizes.outcomeTooLarge())
                    : Answer.newBuilder()
                            .setOutcome(ByteString.copyFrom(outcome))
                            .setReceipt(ReceiptWire.write(context.receipt()))
                            .build();
        } catch (Refusal refusal) {
            return refused(refusal.problem());
        } catch (RuntimeException e) {
            LOG.error("A bug while serving {}", call.getMessage(), e);
            return refused(Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."));
        } finally {
            MDC.clear();
        }
    }

    private static Answer refused(Problem problem) {
        return Answer.newBuilder().setProblem(ProblemWire.write(problem)).build();
    }

    private static long deadline() {
        long limit = CallContext.DEFAULT_PATIENCE.toNanos();
        Deadline deadline = Context.current().getDeadline();
        return System.nanoTime()
                + (deadline == null ? limit : Math.min(limit, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }
}
