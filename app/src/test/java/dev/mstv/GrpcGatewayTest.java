package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.auth.GetProfileRequest;
import dev.mstv.contracts.auth.RegisterRequest;
import dev.mstv.contracts.order.ListOrdersRequest;
import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UserResponse;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway has every service, and cannot be told from the process that has the module. */
class GrpcGatewayTest {

    private static Split split;
    private static ApplicationContext gateway;
    private static GrpcClient client;

    @BeforeAll
    static void start() {
        split = new Split("users", "auth", "notifications,audit");
        gateway = split.gateway();
        client = GrpcClient.of(gateway);
    }

    @AfterAll
    static void end() {
        client.close();
        gateway.close();
        split.close();
    }

    private static CreateUserRequest someone() {
        return CreateUserRequest.newBuilder()
                .setEmail("g-" + UUID.randomUUID() + "@example.com")
                .setPassword(GrpcClient.PASSWORD)
                .build();
    }

    @Test
    void aUserIsAddedAndShown() {
        GrpcClient admin = client.asNew(gateway, "admin");
        UserResponse added = admin.users().createUser(someone());
        assertThat(admin.users()
                        .getUser(
                                GetUserRequest.newBuilder().setId(added.getId()).build()))
                .isEqualTo(added);
    }

    @Test
    void whoRegistersIsSignedIn() {
        String token = client.auth()
                .register(RegisterRequest.newBuilder()
                        .setEmail(someone().getEmail())
                        .setPassword(GrpcClient.PASSWORD)
                        .build())
                .getAccessToken();
        assertThat(client.as(token)
                        .auth()
                        .getProfile(GetProfileRequest.getDefaultInstance())
                        .getRole())
                .isEqualTo("user");
    }

    @Test
    void whatTheModuleRefusesIsRefused() {
        GrpcClient admin = client.asNew(gateway, "admin");
        CreateUserRequest someone = someone();
        UserResponse unused = admin.users().createUser(someone);
        assertThat(GrpcClient.refusal(() -> admin.users().createUser(someone))).isEqualTo("ALREADY_EXISTS email_taken");
    }

    @Test
    void whatWasStoredThereIsToldHere() {
        GrpcClient admin = client.asNew(gateway, "admin");
        UserResponse unused = admin.users().createUser(someone());
        assertThat(admin.answered("x-consistency-token")).startsWith("users-");
    }

    @Test
    void aCommandThatIsSentAgainWithItsKeyIsNotCarriedOutAgain() {
        GrpcClient admin = client.asNew(gateway, "admin").with("idempotency-key", "key-1");
        CreateUserRequest someone = someone();
        UserResponse first = admin.users().createUser(someone);
        assertThat(admin.users().createUser(someone)).isEqualTo(first);
        assertThat(admin.answered("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void aModuleThatRunsNowhereIsNotThere() {
        GrpcClient ada = client.asNew(gateway, "user");
        assertThat(GrpcClient.refusal(() -> ada.orders().listOrders(ListOrdersRequest.getDefaultInstance())))
                .isEqualTo("UNAVAILABLE service_unavailable");
    }
}
