package dev.mstv.bench;

import dev.mstv.contracts.user.UserServiceGrpc;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceBlockingStub;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceStub;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;

/** One HTTP/2 connection on loopback; answers are taken by its event loop. */
final class GrpcConnection implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;

    GrpcConnection(int port) {
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .build();
    }

    UserServiceStub users(String token) {
        return UserServiceGrpc.newStub(channel).withInterceptors(bearing(token));
    }

    UserServiceBlockingStub blockingUsers(String token) {
        return UserServiceGrpc.newBlockingStub(channel).withInterceptors(bearing(token));
    }

    private static ClientInterceptor bearing(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    @Override
    public void close() {
        ManagedChannel unused = channel.shutdownNow();
    }
}
