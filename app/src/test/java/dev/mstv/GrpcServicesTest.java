package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.grpc.GrpcServer;
import dev.mstv.platform.observability.Health;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process says of itself by gRPC, and which services it has. */
class GrpcServicesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private ApplicationContext process = RunningProcess.monolith();
    private GrpcClient client = GrpcClient.of(process);

    @AfterEach
    void close() {
        client.close();
        if (process != RunningProcess.monolith()) {
            process.close();
        }
    }

    private void startAnother(Map<String, String> environment) {
        client.close();
        process = RunningProcess.start(environment);
        client = GrpcClient.of(process);
    }

    private static HealthCheckRequest of(String service) {
        return HealthCheckRequest.newBuilder().setService(service).build();
    }

    private ServingStatus health(String service) {
        return HealthGrpc.newBlockingStub(client.channel()).check(of(service)).getStatus();
    }

    @Test
    void aProcessThatIsReadyServes() {
        assertThat(health("")).isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void eachServiceServesWhereTheProcessDoes() {
        assertThat(List.of(health("user.UserService"), health("auth.AuthService"), health("order.OrderService")))
                .containsOnly(ServingStatus.SERVING);
    }

    @Test
    void theHealthOfWhatIsNotThereIsNotFound() {
        assertThat(GrpcClient.refused(() -> health("nobody.Service"))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void whoWatchesIsToldOfTheEnd() {
        startAnother(Map.of());
        Queue<ServingStatus> told = new ConcurrentLinkedQueue<>();
        Recorder<HealthCheckResponse> watcher = new Recorder<>(answer -> told.add(answer.getStatus()));
        HealthGrpc.newStub(client.channel()).watch(of(""), watcher);
        assertThat(Polling.until(LIMIT, () -> told.contains(ServingStatus.SERVING)))
                .isTrue();
        process.getBean(Health.class).drain();
        assertThat(Polling.until(LIMIT, () -> told.contains(ServingStatus.NOT_SERVING)))
                .isTrue();
    }

    @Test
    void whoWatchesDoesNotHoldUpTheEnd() throws Exception {
        startAnother(Map.of());
        Queue<ServingStatus> told = new ConcurrentLinkedQueue<>();
        Recorder<HealthCheckResponse> watcher = new Recorder<>(answer -> told.add(answer.getStatus()));
        HealthGrpc.newStub(client.channel()).watch(of(""), watcher);
        assertThat(Polling.until(LIMIT, () -> !told.isEmpty())).isTrue();
        assertThat(process.getBean(GrpcServer.class)
                        .shutdownGracefully()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void theServicesAreListed() {
        assertThat(services(client.channel())).contains("user.UserService", "auth.AuthService", "order.OrderService");
    }

    @Test
    void aModuleThatIsElsewhereIsNotServed() {
        startAnother(
                Map.of(
                        "MODULES",
                        "users",
                        "SERVICES",
                        "auth=127.0.0.1:1;orders=127.0.0.1:1;payments=127.0.0.1:1;notifications=127.0.0.1:1;audit=127.0.0.1:1"));
        assertThat(services(client.channel())).contains("user.UserService").doesNotContain("order.OrderService");
    }

    @Test
    void aProcessWithoutTheProtocolServesOthersOnly() {
        startAnother(Map.of("PROTOCOLS", "rest"));
        assertThat(GrpcClient.refusal(() -> client.users().getUser(GetUserRequest.getDefaultInstance())))
                .isEqualTo("UNIMPLEMENTED not_found");
    }

    @Test
    void theFilesOfTheServicesAreServed() throws Exception {
        assertThat(page("/schemas/proto")).contains("user.proto", "auth.proto", "order.proto");
    }

    @Test
    void aFileOfAServiceIsServed() throws Exception {
        assertThat(page("/schemas/proto/user.proto")).contains("service UserService {");
    }

    @Test
    void aFileThatIsNotOfAServiceIsNotServed() throws Exception {
        assertThat(page("/schemas/proto/..%2Fmail%2Fwelcome.txt")).contains("\"not_found\"");
    }

    private String page(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(process.getBean(EmbeddedServer.class)
                                            .getURI()
                                            .resolve(path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void inProductionNobodyIsToldWhichServicesThereAre() {
        startAnother(Map.of("APP_ENV", "production"));
        Iterator<ServerReflectionResponse> answers = ClientCalls.blockingServerStreamingCall(
                client.channel(),
                ServerReflectionGrpc.getServerReflectionInfoMethod(),
                CallOptions.DEFAULT.withDeadlineAfter(LIMIT.toSeconds(), TimeUnit.SECONDS),
                ServerReflectionRequest.newBuilder().setListServices("").build());
        assertThat(GrpcClient.refused(answers::next).getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    private static List<String> services(Channel channel) {
        Queue<ServerReflectionResponse> answers = new ConcurrentLinkedQueue<>();
        StreamObserver<ServerReflectionRequest> asking =
                ServerReflectionGrpc.newStub(channel).serverReflectionInfo(new Recorder<>(answers::add));
        asking.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        assertThat(Polling.until(LIMIT, () -> !answers.isEmpty())).isTrue();
        asking.onCompleted();
        return answers.element().getListServicesResponse().getServiceList().stream()
                .map(ServiceResponse::getName)
                .toList();
    }

    private record Recorder<A>(Consumer<A> to) implements StreamObserver<A> {

        @Override
        public void onNext(A answer) {
            to.accept(answer);
        }

        @Override
        public void onError(Throwable failure) {
            // The stream is over, which the tests see by what they were told.
        }

        @Override
        public void onCompleted() {
            // As above.
        }
    }
}
