package dev.mstv.platform.grpc;

import com.google.protobuf.ByteString;
import dev.mstv.contracts.bus.v1.Answer;
import dev.mstv.contracts.bus.v1.BusGrpc.BusBlockingStub;
import dev.mstv.contracts.bus.v1.Call;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.RemoteBus;
import dev.mstv.platform.bus.RemoteMessage;
import dev.mstv.platform.resilience.Outbound;
import dev.mstv.platform.resilience.Target;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Messages to modules of other processes, by {@code mstv.bus.v1.Bus}. */
@Singleton
@Requires(property = Grpc.REMOTE, value = "true")
final class GrpcRemoteBus implements RemoteBus {

    // A process that was restarted is back by then, or another one is there.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Channels channels;
    private final Outbound outbound;

    GrpcRemoteBus(Channels channels, Outbound outbound) {
        this.channels = channels;
        this.outbound = outbound;
    }

    @Override
    public byte[] run(RemoteMessage message, byte[] payload, CallContext context) {
        if (payload.length > Sizes.MESSAGE) {
            throw Sizes.messageTooLarge().refusal();
        }
        Answer answer = answer(message, payload, context);
        context.receipt().add(ReceiptWire.read(answer.getReceipt()));
        return switch (answer.getResultCase()) {
            case OUTCOME -> answer.getOutcome().toByteArray();
            case PROBLEM -> throw ProblemWire.read(answer.getProblem()).refusal();
            case RESULT_NOT_SET -> throw Failures.incompatible(message.module()).refusal();
        };
    }

    private Answer answer(RemoteMessage message, byte[] payload, CallContext context) {
        Call call = Call.newBuilder()
                .setMessage(message.name())
                .setVersion(message.version())
                .setPayload(ByteString.copyFrom(payload))
                .setContext(ContextWire.write(context, message.ordinal()))
                .build();
        Target target = outbound.to(message.module());
        return message.repeatable()
                ? target.callIdempotent(limit -> answered(message, call, limit, context))
                : target.callPatiently(limit -> answered(message, call, limit, context));
    }

    private Answer answered(RemoteMessage message, Call call, Duration limit, CallContext context)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        BusBlockingStub bus = channels.to(message.module(), limit.compareTo(LOOK) < 0 ? limit : LOOK);
        // A call of gRPC's that is cancelled takes along what is called in its context.
        Context around = context.absence() == CallContext.STAYS ? Context.ROOT : Context.current();
        Context before = around.attach();
        try {
            return bus.withDeadlineAfter(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .run(call);
        } catch (StatusRuntimeException e) {
            throw Failures.of(message, e);
        } finally {
            around.detach(before);
        }
    }
}
