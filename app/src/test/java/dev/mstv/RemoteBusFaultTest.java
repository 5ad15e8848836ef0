package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.mstv.contracts.bus.v1.Answer;
import dev.mstv.contracts.bus.v1.BusGrpc;
import dev.mstv.contracts.bus.v1.Call;
import dev.mstv.contracts.bus.v1.Context;
import dev.mstv.contracts.bus.v1.Process;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUsers;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes that are gone, do not belong to us, or are of another release. */
class RemoteBusFaultTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final GetUsers NOBODY = new GetUsers(Set.of(new UUID(1, 1)));
    private static final Call KNOWN = Call.newBuilder()
            .setMessage("users.get_users")
            .setVersion(1)
            .setPayload(ByteString.copyFromUtf8("{\"ids\":[]}"))
            .setContext(Context.newBuilder().setProcess(Process.getDefaultInstance()))
            .build();

    private static Split split;
    private static ApplicationContext gateway;
    private static ManagedChannel channel;

    @BeforeAll
    static void start() {
        split = new Split("users", "auth,notifications,audit");
        gateway = split.gateway();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", split.port("users"))
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void end() {
        channel.shutdownNow();
        gateway.close();
        split.close();
    }

    @Test
    void aProcessThatIsGoneIsUnavailableAndTheRestWorksAndItIsFoundWhenItIsBack() {
        Sender sender = new Sender(gateway, Caller.SYSTEM);
        assertThat(sender.ask(NOBODY)).isEmpty();
        split.stop("users");
        assertThat(sender.refused(NOBODY).code()).isEqualTo("service_unavailable");
        split.start("users");
        assertThat(Polling.until(LIMIT, () -> answers(sender))).isTrue();
    }

    @Test
    void whoDoesNotBelongToUsIsRefused() {
        assertThat(refused("Bearer " + "x".repeat(40))).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void whoSaysNothingOfItselfIsRefused() {
        assertThat(refused("")).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void whoHasAnotherSecretIsRefused() {
        assertThat(refused("Bearer " + ServiceTokenSamples.valid("x".repeat(40))))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void aTokenOfLongAgoIsRefused() {
        assertThat(refused("Bearer "
                        + ServiceTokenSamples.token(
                                Split.SECRET, "mstv.bus", Instant.now().minusSeconds(60))))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void aTokenForSomethingElseIsRefused() {
        assertThat(refused("Bearer "
                        + ServiceTokenSamples.token(
                                Split.SECRET, "users", Instant.now().plusSeconds(60))))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void aMessageThatIsNotKnownHereIsOfAnotherRelease() {
        assertThat(code(KNOWN.toBuilder().setMessage("users.fly").build())).isEqualTo("incompatible_release");
    }

    @Test
    void aMessageOfANewerVersionIsOfAnotherRelease() {
        assertThat(code(KNOWN.toBuilder().setVersion(2).build())).isEqualTo("incompatible_release");
    }

    @Test
    void aMessageOfAnotherModuleIsNotRunHere() {
        assertThat(code(KNOWN.toBuilder().setMessage("auth.logout").build())).isEqualTo("incompatible_release");
    }

    @Test
    void aPayloadThatIsNoJsonIsRefused() {
        assertThat(code(KNOWN.toBuilder()
                        .setPayload(ByteString.copyFromUtf8("{"))
                        .build()))
                .isEqualTo("malformed_message");
    }

    @Test
    void aPayloadThatIsNothingIsRefused() {
        assertThat(code(KNOWN.toBuilder()
                        .setPayload(ByteString.copyFromUtf8("null"))
                        .build()))
                .isEqualTo("malformed_message");
    }

    @Test
    void aCallOfNobodyIsRefused() {
        assertThat(code(KNOWN.toBuilder()
                        .setContext(Context.getDefaultInstance())
                        .build()))
                .isEqualTo("malformed_message");
    }

    private static boolean answers(Sender sender) {
        try {
            return sender.ask(NOBODY).isEmpty();
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static String code(Call call) {
        Answer answer = BusGrpc.newBlockingStub(channel)
                .withCallCredentials(new Bearer("Bearer " + ServiceTokenSamples.valid(Split.SECRET)))
                .run(call);
        return answer.getProblem().getCode();
    }

    private static Status.Code refused(String authorization) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> BusGrpc.newBlockingStub(channel)
                        .withCallCredentials(new Bearer(authorization))
                        .run(KNOWN))
                .getStatus()
                .getCode();
    }

    private static final class Bearer extends CallCredentials {

        private final String value;

        Bearer(String value) {
            this.value = value;
        }

        @Override
        public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
            Metadata headers = new Metadata();
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), value);
            applier.apply(headers);
        }
    }
}
