package dev.mstv.platform.grpc;

import dev.mstv.platform.observability.Health;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the process is ready, by the protocol of gRPC's own tools; each service is when the process is. */
@Singleton
@Requires(property = Grpc.EDGE, value = "true")
final class HealthService extends HealthGrpc.HealthImplBase {

    private static final String PROCESS = "";

    private final Health health;
    private final Set<String> names;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    HealthService(Health health, List<GrpcEdge> services) {
        this.health = health;
        this.names = Stream.concat(Stream.of(PROCESS), services.stream().map(service -> service.bindService()
                        .getServiceDescriptor()
                        .getName()))
                .collect(Collectors.toSet());
    }

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answers) {
        if (names.contains(request.getService())) {
            answers.onNext(answer(now()));
            answers.onCompleted();
        } else {
            answers.onError(Status.NOT_FOUND
                    .withDescription("There is no such service.")
                    .asRuntimeException());
        }
    }

    @Override
    public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answers) {
        Watcher watcher = new Watcher((ServerCallStreamObserver<HealthCheckResponse>) answers);
        watcher.answers.setOnCancelHandler(() -> watchers.remove(watcher));
        if (names.contains(request.getService())) {
            watchers.add(watcher);
            watcher.tell(now());
        } else {
            watcher.tell(ServingStatus.SERVICE_UNKNOWN);
        }
    }

    /** Tells those who watch what has changed. */
    @Scheduled(fixedDelay = "1s")
    void tell() {
        watchers.removeIf(watcher -> watcher.answers.isCancelled());
        if (!watchers.isEmpty()) {
            ServingStatus now = now();
            watchers.forEach(watcher -> watcher.tell(now));
        }
    }

    private ServingStatus now() {
        return health.check().working() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    }

    private static HealthCheckResponse answer(ServingStatus status) {
        return HealthCheckResponse.newBuilder().setStatus(status).build();
    }

    /** Somebody who is told of changes; one who does not read is told of the last one once they do. */
    private static final class Watcher {

        private final ServerCallStreamObserver<HealthCheckResponse> answers;
        private @Nullable ServingStatus told;

        Watcher(ServerCallStreamObserver<HealthCheckResponse> answers) {
            this.answers = answers;
        }

        synchronized void tell(ServingStatus now) {
            boolean first = told == null;
            if (now != told && (first || answers.isReady()) && !answers.isCancelled()) {
                told = now;
                answers.onNext(answer(now));
            }
        }
    }
}
