package dev.mstv.platform.grpc;

import dev.mstv.contracts.bus.v1.BusGrpc;
import dev.mstv.contracts.bus.v1.BusGrpc.BusBlockingStub;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.discovery.Discovery;
import dev.mstv.platform.tls.TlsContexts;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import io.grpc.netty.NettyChannelBuilder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.netty.handler.ssl.SslContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Connections to the processes that run each module; calls go to those that are there, in turn. Thread-safe. */
@Singleton
@Requires(property = Grpc.REMOTE, value = "true")
final class Channels {

    // A process that answers late or never gets no calls for some seconds, unless it is the only one.
    private static final Map<String, ?> BALANCING = Map.of(
            "loadBalancingConfig",
            List.of(Map.of(
                    "outlier_detection_experimental",
                    Map.of(
                            "interval",
                            "1s",
                            "baseEjectionTime",
                            "5s",
                            "maxEjectionTime",
                            "30s",
                            "maxEjectionPercent",
                            50.0,
                            "failurePercentageEjection",
                            Map.of("threshold", 50.0, "minimumHosts", 2.0, "requestVolume", 5.0),
                            "childPolicy",
                            List.of(Map.of("round_robin", Map.of()))))));

    private static final long LOOK_MILLIS = 100;

    private final DiscoveryResolvers resolvers;
    private final ServiceAuthentication authentication;
    private final Optional<SslContext> tls;
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    Channels(Discovery discovery, Settings settings, Composition composition, Clock clock, Optional<TlsContexts> tls) {
        this.resolvers = new DiscoveryResolvers(discovery);
        this.authentication = new ServiceAuthentication(
                new ServiceTokens(Objects.requireNonNull(settings.bus().secret()), composition.service(), clock));
        this.tls = tls.map(TlsContexts::calls);
        NameResolverRegistry.getDefaultRegistry().register(resolvers);
    }

    /**
     * To a process that runs the module; one that has just come back is waited for, but not longer than this.
     *
     * @throws IOException if none is there by then
     */
    BusBlockingStub to(String module, Duration limit) throws IOException, InterruptedException {
        ManagedChannel channel = channels.computeIfAbsent(module, this::channel);
        long end = System.nanoTime() + limit.toNanos();
        for (ConnectivityState state = channel.getState(true);
                state != ConnectivityState.READY;
                state = channel.getState(true)) {
            if (System.nanoTime() >= end) {
                throw new IOException("No process of " + module + " is there");
            }
            // Left alone, gRPC waits up to two minutes before it looks again.
            channel.resetConnectBackoff();
            CountDownLatch changed = new CountDownLatch(1);
            channel.notifyWhenStateChanged(state, changed::countDown);
            boolean unused = changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return BusGrpc.newBlockingStub(channel).withCallCredentials(authentication);
    }

    private ManagedChannel channel(String module) {
        NettyChannelBuilder builder = NettyChannelBuilder.forTarget(resolvers.target(module));
        return tls.map(builder::sslContext)
                .orElseGet(builder::usePlaintext)
                .defaultServiceConfig(BALANCING)
                .maxInboundMessageSize(Sizes.CALL)
                .keepAliveTime(10, TimeUnit.SECONDS)
                .keepAliveTimeout(3, TimeUnit.SECONDS)
                .build();
    }

    // Left alone, gRPC waits up to two minutes before it looks again whether a process has come back.
    @Scheduled(fixedDelay = "1s")
    void reconnect() {
        channels.values().forEach(ManagedChannel::resetConnectBackoff);
    }

    @PreDestroy
    void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        NameResolverRegistry.getDefaultRegistry().deregister(resolvers);
    }
}
