package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.IncomingMessages;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.tls.TlsContexts;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
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
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where other processes reach the modules of this one, and clients its public services. */
@Singleton
@Requires(property = Grpc.SERVER, value = "true")
public final class GrpcServer implements GracefulShutdownCapable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final @Nullable PublicServices services;
    private final boolean servesModules;
    private final Server server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grpc-", 0).factory());

    GrpcServer(
            Settings settings,
            Composition composition,
            IncomingMessages messages,
            Clock clock,
            Departures departures,
            @Nullable PublicServices services,
            Optional<TlsContexts> tls) {
        this.services = services;
        this.servesModules = Grpc.servesModules(settings.bus(), composition);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(
                        settings.http().host(), settings.bus().port()))
                .executor(threads)
                .intercept(departures)
                .fallbackHandlerRegistry(new UnknownMethods());
        tls.ifPresent(contexts -> builder.sslContext(contexts.grpc()));
        Limits.set(builder, settings.http().bodyLimit());
        if (servesModules) {
            builder.addService(bus(settings, composition, messages, clock));
        }
        if (services != null) {
            builder.addServices(services.all());
        }
        this.server = builder.build();
    }

    private static ServerServiceDefinition bus(
            Settings settings, Composition composition, IncomingMessages messages, Clock clock) {
        ServiceTokens tokens =
                new ServiceTokens(Objects.requireNonNull(settings.bus().secret()), composition.service(), clock);
        return ServerInterceptors.intercept(new BusService(messages), new ServiceAuthentication(tokens));
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

    /** Where other processes reach the modules of this one; empty if they do not. */
    public OptionalInt busPort() {
        return servesModules ? OptionalInt.of(port()) : OptionalInt.empty();
    }

    /** Takes no more calls; those under way come to their end. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        server.shutdown();
        if (services != null) {
            services.end();
        }
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
