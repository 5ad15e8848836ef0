package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.ListUsersRequest;
import dev.mstv.contracts.user.ListUsersResponse;
import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUser;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody waits for any more comes to an end before it has an effect, in one process and behind a gateway. */
class GrpcCancellationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Split split;
    private static ApplicationContext gateway;
    private static ApplicationContext monolith;

    private UUID ada = UUID.randomUUID();
    private double before;
    private double present;

    /** Where a client calls, and where the users are. */
    record World(String name, ApplicationContext edge, ApplicationContext users) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        split = new Split("users", "auth", "notifications,audit");
        gateway = split.gateway();
        monolith = RunningProcess.start(Map.of());
    }

    @AfterAll
    static void end() {
        monolith.close();
        gateway.close();
        split.close();
    }

    static Stream<World> worlds() {
        return Stream.of(new World("monolith", monolith, monolith), new World("gateway", gateway, split.of("users")));
    }

    @BeforeEach
    void nobody() {
        ada = UUID.randomUUID();
    }

    private static UpdateUserRequest rename(UUID id) {
        return UpdateUserRequest.newBuilder()
                .setId(id.toString())
                .setName("Grace")
                .build();
    }

    private GrpcClient someone(World world, GrpcClient client) {
        var signedIn = client.signedIn(world.edge(), "admin");
        ada = UUID.fromString(signedIn.getUser().getId());
        return client.as(signedIn.getAccessToken());
    }

    private RowLock locked(World world) throws InterruptedException {
        return new RowLock(world.users(), "users", "SELECT * FROM users_user WHERE id = '" + ada + "' FOR UPDATE");
    }

    private static double refused(World world, String useCase) {
        return world
                .users()
                .getBean(MeterRegistry.class)
                .find("mstv.bus.messages")
                .tags("use_case", useCase, "result", "refused")
                .timers()
                .stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }

    private static double abandoned(World world) {
        return world.users()
                .getBean(MeterRegistry.class)
                .get("mstv.grpc.abandoned")
                .counter()
                .count();
    }

    private void awaitAbsence(World world) {
        assertThat(Polling.until(LIMIT, () -> abandoned(world) > present)).isTrue();
    }

    private void awaitRefusal(World world, String useCase) {
        assertThat(Polling.until(LIMIT, () -> refused(world, useCase) > before)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aCommandThatIsCancelledLeavesNothing(World world) throws Exception {
        try (GrpcClient client = GrpcClient.of(world.edge())) {
            GrpcClient admin = someone(world, client);
            before = refused(world, "users.update_user");
            present = abandoned(world);
            try (RowLock lock = locked(world)) {
                ListenableFuture<UserResponse> answer =
                        UserServiceGrpc.newFutureStub(admin.channel()).updateUser(rename(ada));
                lock.awaitVictim();
                assertThat(answer.cancel(true)).isTrue();
                awaitAbsence(world);
            }
            awaitRefusal(world, "users.update_user");
            assertThat(name(world)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aCommandWhoseTimeIsOverLeavesNothing(World world) throws Exception {
        try (GrpcClient client = GrpcClient.of(world.edge())) {
            GrpcClient admin = someone(world, client);
            before = refused(world, "users.update_user");
            present = abandoned(world);
            try (RowLock lock = locked(world)) {
                StatusRuntimeException late = GrpcClient.refused(() ->
                        admin.users().withDeadlineAfter(1, TimeUnit.SECONDS).updateUser(rename(ada)));
                assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
                lock.awaitVictim();
                awaitAbsence(world);
            }
            awaitRefusal(world, "users.update_user");
            assertThat(name(world)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aQueryThatIsCancelledStopsBeforeItsNextStatement(World world) throws Exception {
        try (GrpcClient client = GrpcClient.of(world.edge())) {
            GrpcClient admin = someone(world, client);
            before = refused(world, "users.list_users");
            present = abandoned(world);
            try (RowLock lock =
                    new RowLock(world.users(), "users", "LOCK TABLE users_directory_1 IN ACCESS EXCLUSIVE MODE")) {
                ListenableFuture<ListUsersResponse> answer =
                        UserServiceGrpc.newFutureStub(admin.channel()).listUsers(ListUsersRequest.getDefaultInstance());
                lock.awaitVictim();
                assertThat(answer.cancel(true)).isTrue();
                awaitAbsence(world);
            }
            awaitRefusal(world, "users.list_users");
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoCancelsClosesTheWayForNobody(World world) throws Exception {
        try (GrpcClient client = GrpcClient.of(world.edge())) {
            GrpcClient admin = someone(world, client);
            for (int i = 0; i < 6; i++) {
                present = abandoned(world);
                try (RowLock lock = locked(world)) {
                    ListenableFuture<UserResponse> answer =
                            UserServiceGrpc.newFutureStub(admin.channel()).updateUser(rename(ada));
                    lock.awaitVictim();
                    assertThat(answer.cancel(true)).isTrue();
                    awaitAbsence(world);
                }
            }
            assertThat(admin.users()
                            .getUser(GetUserRequest.newBuilder()
                                    .setId(ada.toString())
                                    .build())
                            .getId())
                    .isEqualTo(ada.toString());
        }
    }

    private Optional<String> name(World world) {
        return new Sender(world.users(), Caller.SYSTEM).ask(new GetUser(ada)).map(user -> user.value()
                .name());
    }
}
