package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import dev.mstv.contracts.auth.GetProfileRequest;
import dev.mstv.contracts.auth.LoginRequest;
import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc;
import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.resilience.Lane;
import dev.mstv.platform.resilience.Permit;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes beside calls, and which are not taken; in a process that serves no other processes. */
class GrpcCallsTest {

    private static final int LIMIT = 5;
    private static final int BODY_LIMIT = 4096;

    private static ApplicationContext process;
    private static GrpcClient connection;

    private GrpcClient client;

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of(
                "SERVICE_SECRET", "",
                "TRUSTED_PROXIES", "127.0.0.1/32",
                "BODY_LIMIT", Integer.toString(BODY_LIMIT),
                "INBOUND_LIMIT", "2",
                "RATE_LIMIT_MAX", Integer.toString(LIMIT)));
        connection = GrpcClient.of(process);
    }

    @AfterAll
    static void end() {
        connection.close();
        process.close();
    }

    /** Each test from an address of its own, so that it has its own allowance. */
    @BeforeEach
    void comeFromElsewhere() {
        client = connection.with(
                "x-forwarded-for", "2001:db8::" + UUID.randomUUID().toString().substring(0, 4));
    }

    private static GetUserRequest anybody() {
        return GetUserRequest.newBuilder().setId(UUID.randomUUID().toString()).build();
    }

    private static String refusal(GrpcClient client) {
        return GrpcClient.refusal(() -> client.users().getUser(anybody()));
    }

    @Test
    void anAnswerHasTheIdOfItsRequest() {
        GrpcClient named = client.with("x-request-id", "request-1");
        assertThat(refusal(named)).isEqualTo("UNAUTHENTICATED unauthenticated");
        assertThat(named.answered("x-request-id")).isEqualTo("request-1");
    }

    @Test
    void aRefusalNamesItsRequest() {
        assertThat(GrpcClient.detail(
                                GrpcClient.refused(() -> client.with("x-request-id", "request-2")
                                        .users()
                                        .getUser(anybody())),
                                RequestInfo.class)
                        .getRequestId())
                .isEqualTo("request-2");
    }

    @Test
    void aTraceGoesOn() {
        GrpcClient traced = client.with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(refusal(traced)).isEqualTo("UNAUTHENTICATED unauthenticated");
        assertThat(traced.answered("x-trace-id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void anAnswerSaysHowMuchMayStillBeAsked() {
        assertThat(refusal(client)).isEqualTo("UNAUTHENTICATED unauthenticated");
        assertThat(client.answered("ratelimit-remaining")).isEqualTo(Integer.toString(LIMIT - 1));
    }

    @Test
    void whoAsksTooMuchIsRefused() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(refusal(client)).isEqualTo("UNAUTHENTICATED unauthenticated");
        }
        assertThat(refusal(client)).isEqualTo("RESOURCE_EXHAUSTED rate_limited");
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBack() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(refusal(client)).isEqualTo("UNAUTHENTICATED unauthenticated");
        }
        assertThat(GrpcClient.detail(GrpcClient.refused(() -> client.users().getUser(anybody())), RetryInfo.class)
                        .hasRetryDelay())
                .isTrue();
    }

    @Test
    void whatThereIsNoRoomForIsRefused() {
        List<Permit> permits = new ArrayList<>();
        InboundGuard guard = process.getBean(InboundGuard.class);
        while (guard.enter(Lane.WORK).map(permits::add).orElse(false)) {
            // Until there is no room.
            assertThat(permits).hasSizeLessThan(100);
        }
        try {
            assertThat(refusal(client)).isEqualTo("UNAVAILABLE overloaded");
        } finally {
            permits.forEach(Permit::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idempotency-key, 'a b', INVALID_ARGUMENT validation_failed",
        "x-consistency-token, what?, INVALID_ARGUMENT validation_failed",
        "authorization, what?, UNAUTHENTICATED invalid_token",
        "authorization, Bearer a.b.c, UNAUTHENTICATED invalid_token",
    })
    void whatIsBesideACallIsLookedAt(String name, String value, String refusal) {
        assertThat(refusal(client.with(name, value))).isEqualTo(refusal);
    }

    @Test
    void metadataThatIsTooLargeIsRefused() {
        assertThat(GrpcClient.refused(
                        () -> client.with("x-large", "x".repeat(20_000)).users().getUser(anybody())))
                .isNotNull();
        assertThat(refusal(client)).isEqualTo("UNAUTHENTICATED unauthenticated");
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() {
        LoginRequest large =
                LoginRequest.newBuilder().setEmail("x".repeat(BODY_LIMIT)).build();
        assertThat(GrpcClient.refusal(() -> client.auth().login(large))).isEqualTo("RESOURCE_EXHAUSTED body_too_large");
    }

    @Test
    void aCompressedMessageThatIsTooLargeIsRefused() {
        LoginRequest large =
                LoginRequest.newBuilder().setEmail("x".repeat(BODY_LIMIT)).build();
        assertThat(GrpcClient.refusal(
                        () -> client.auth().withCompression("gzip").login(large)))
                .isEqualTo("RESOURCE_EXHAUSTED body_too_large");
    }

    @Test
    void aMessageThatIsFarTooLargeIsRefused() {
        LoginRequest large =
                LoginRequest.newBuilder().setEmail("x".repeat(5_000_000)).build();
        assertThat(GrpcClient.refused(() -> client.auth().login(large))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void aMessageThatIsNoneIsRefused() {
        assertThat(GrpcClient.refusal(
                        () -> raw(UserServiceGrpc.getGetUserMethod().getFullMethodName(), "what?")))
                .isEqualTo("INVALID_ARGUMENT malformed_body");
    }

    @ParameterizedTest
    @CsvSource({"user.UserService/Dream", "mstv.bus.v1.Bus/Run", "nobody.Service/Nothing"})
    void aMethodThatIsNotHereIsRefused(String method) {
        assertThat(GrpcClient.refusal(() -> raw(method, ""))).isEqualTo("UNIMPLEMENTED not_found");
    }

    @Test
    void aCommandThatIsSentAgainWithItsKeyIsNotCarriedOutAgain() {
        GrpcClient admin = client.asNew(process, "admin").with("idempotency-key", "key-1");
        CreateUserRequest someone = CreateUserRequest.newBuilder()
                .setEmail("g-" + UUID.randomUUID() + "@example.com")
                .setPassword(GrpcClient.PASSWORD)
                .build();
        UserResponse first = admin.users().createUser(someone);
        assertThat(admin.users().createUser(someone)).isEqualTo(first);
        assertThat(admin.answered("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        GrpcClient admin = client.asNew(process, "admin").with("idempotency-key", "key-2");
        CreateUserRequest someone = CreateUserRequest.newBuilder()
                .setEmail("g-" + UUID.randomUUID() + "@example.com")
                .setPassword(GrpcClient.PASSWORD)
                .build();
        UserResponse unused = admin.users().createUser(someone);
        assertThat(GrpcClient.refusal(() -> admin.users()
                        .createUser(someone.toBuilder().setName("Eve").build())))
                .isEqualTo("FAILED_PRECONDITION idempotency_key_reused");
    }

    @Test
    void whoIsSignedInIsCountedByThemselves() {
        GrpcClient ada = client.asNew(process, "user");
        assertThat(ada.auth().getProfile(GetProfileRequest.getDefaultInstance()).getRole())
                .isEqualTo("user");
        assertThat(ada.answered("ratelimit-remaining")).isEqualTo(Integer.toString(LIMIT - 1));
    }

    private InputStream raw(String method, String text) {
        MethodDescriptor<InputStream, InputStream> raw = MethodDescriptor.<InputStream, InputStream>newBuilder(
                        new Bytes(), new Bytes())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .build();
        return ClientCalls.blockingUnaryCall(
                client.channel(),
                raw,
                CallOptions.DEFAULT,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<InputStream> {

        @Override
        public InputStream stream(InputStream value) {
            return value;
        }

        @Override
        public InputStream parse(InputStream stream) {
            return stream;
        }
    }
}
