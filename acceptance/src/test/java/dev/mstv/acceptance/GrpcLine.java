package dev.mstv.acceptance;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A connection by gRPC, and what becomes of calls over it. */
final class GrpcLine implements AutoCloseable {

    private static final ClientInterceptor PATIENCE = new Patience();

    private final ManagedChannel connection;

    GrpcLine(int port) {
        connection =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    /** For calls of who has this token, with this key; either may be empty for none. */
    Channel as(String token, String key) {
        Metadata sent = new Metadata();
        if (!token.isEmpty()) {
            sent.put(key("authorization"), "Bearer " + token);
        }
        if (!key.isEmpty()) {
            sent.put(key("idempotency-key"), key);
        }
        return ClientInterceptors.intercept(connection, PATIENCE, MetadataUtils.newAttachHeadersInterceptor(sent));
    }

    /** The outcome of a call that gives an id. */
    static Outcome outcome(Supplier<String> call) {
        try {
            return Outcome.ok(call.get());
        } catch (StatusRuntimeException e) {
            return Outcome.refused(reason(e));
        }
    }

    private static String reason(StatusRuntimeException refused) {
        com.google.rpc.Status status = StatusProto.fromThrowable(refused);
        if (status == null) {
            return refused.toString();
        }
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(GrpcLine::reason)
                .findFirst()
                .orElseGet(refused::toString);
    }

    private static String reason(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    private static final class Patience implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return next.newCall(method, options.withDeadlineAfter(30, TimeUnit.SECONDS));
        }
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
