package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.IncomingMessages;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.tls.TlsContexts;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Where other processes reach the modules of this one. */
@Singleton
@Requires(property = Grpc.SERVER, value = "true")
public final class GrpcServer implements GracefulShutdownCapable {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int CALLS_OF_A_CONNECTION = 1_000;
    private static final int HEADERS = 16_384;

    private final Server server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grpc-", 0).factory());

    GrpcServer(
            Settings settings,
            Composition composition,
            IncomingMessages messages,
            Clock clock,
            Optional<TlsContexts> tls) {
        ServiceTokens tokens =
                new ServiceTokens(Objects.requireNonNull(settings.bus().secret()), composition.service(), clock);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(
                        settings.http().host(), settings.bus().port()))
                .addService(ServerInterceptors.intercept(new BusService(messages), new ServiceAuthentication(tokens)))
                .executor(threads)
                .maxInboundMessageSize(Sizes.CALL)
                .maxInboundMetadataSize(HEADERS)
                .maxConcurrentCallsPerConnection(CALLS_OF_A_CONNECTION)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .keepAliveTime(30, TimeUnit.SECONDS)
                .handshakeTimeout(TlsContexts.HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        this.server = tls.map(contexts -> builder.sslContext(contexts.grpc()))
                .orElse(builder)
                .build();
    }

    /**
     * Listens from now on.
     *
     * @throws UncheckedIOException if the address is not to be had
     */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /** Takes no more calls; those under way come to their end. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        server.shutdown();
        return CompletableFuture.runAsync(this::await, threads);
    }

    private void await() {
        try {
            boolean unused = server.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void close() {
        server.shutdownNow();
        threads.shutdown();
    }
}
