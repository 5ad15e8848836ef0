package dev.mstv.platform.grpc;

import com.google.protobuf.ByteString;
import dev.mstv.contracts.bus.v1.Answer;
import dev.mstv.contracts.bus.v1.Call;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.RemoteBus;
import dev.mstv.platform.bus.RemoteMessage;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Messages to modules of other processes, by {@code mstv.bus.v1.Bus}. */
@Singleton
@Requires(property = Grpc.REMOTE, value = "true")
final class GrpcRemoteBus implements RemoteBus {

    private final Channels channels;

    GrpcRemoteBus(Channels channels) {
        this.channels = channels;
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
        try {
            return channels.to(message.module())
                    .withDeadlineAfter(context.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .run(call);
        } catch (StatusRuntimeException e) {
            throw Failures.of(message, context, e).refusal();
        }
    }
}
