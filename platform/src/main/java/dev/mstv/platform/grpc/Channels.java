package dev.mstv.platform.grpc;

import dev.mstv.contracts.bus.v1.BusGrpc;
import dev.mstv.contracts.bus.v1.BusGrpc.BusBlockingStub;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.discovery.Discovery;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import io.grpc.netty.NettyChannelBuilder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

    private final DiscoveryResolvers resolvers;
    private final ServiceAuthentication authentication;
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    Channels(Discovery discovery, Settings settings, Composition composition, Clock clock) {
        this.resolvers = new DiscoveryResolvers(discovery);
        this.authentication = new ServiceAuthentication(
                new ServiceTokens(Objects.requireNonNull(settings.bus().secret()), composition.service(), clock));
        NameResolverRegistry.getDefaultRegistry().register(resolvers);
    }

    BusBlockingStub to(String module) {
        return BusGrpc.newBlockingStub(channels.computeIfAbsent(module, this::channel))
                .withCallCredentials(authentication);
    }

    private ManagedChannel channel(String module) {
        return NettyChannelBuilder.forTarget(resolvers.target(module))
                .usePlaintext()
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
