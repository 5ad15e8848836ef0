package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.auth.AuthResponse;
import dev.mstv.contracts.auth.ChangePasswordRequest;
import dev.mstv.contracts.auth.EndSessionRequest;
import dev.mstv.contracts.auth.ForgotPasswordRequest;
import dev.mstv.contracts.auth.GetAbilitiesRequest;
import dev.mstv.contracts.auth.GetProfileRequest;
import dev.mstv.contracts.auth.ListSessionsRequest;
import dev.mstv.contracts.auth.LoginRequest;
import dev.mstv.contracts.auth.LogoutRequest;
import dev.mstv.contracts.auth.RefreshRequest;
import dev.mstv.contracts.auth.RegisterRequest;
import dev.mstv.contracts.auth.ResetPasswordRequest;
import dev.mstv.contracts.auth.Session;
import dev.mstv.contracts.auth.VerifyEmailRequest;
import dev.mstv.contracts.user.UserResponse;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out over gRPC. */
class GrpcAuthTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static GrpcClient client;

    @BeforeAll
    static void connect() {
        client = GrpcClient.of(PROCESS);
    }

    @AfterAll
    static void end() {
        client.close();
    }

    private static RegisterRequest someone() {
        return RegisterRequest.newBuilder()
                .setEmail("g-" + UUID.randomUUID() + "@example.com")
                .setPassword(GrpcClient.PASSWORD)
                .build();
    }

    private static GrpcClient signedIn(AuthResponse as) {
        return client.as(as.getAccessToken());
    }

    private static UserResponse profile(GrpcClient as) {
        return as.auth().getProfile(GetProfileRequest.getDefaultInstance());
    }

    @Test
    void whoRegistersIsSignedIn() {
        RegisterRequest someone = someone();
        AuthResponse ada = client.auth().register(someone);
        assertThat(profile(signedIn(ada)).getEmail()).isEqualTo(someone.getEmail());
    }

    @Test
    void anAddressThatIsTakenIsRefused() {
        RegisterRequest someone = someone();
        AuthResponse unused = client.auth().register(someone);
        assertThat(GrpcClient.refusal(() -> client.auth().register(someone))).isEqualTo("ALREADY_EXISTS email_taken");
    }

    @Test
    void aWrongPasswordIsRefused() {
        LoginRequest wrong = LoginRequest.newBuilder()
                .setEmail("nobody@example.com")
                .setPassword("x")
                .build();
        assertThat(GrpcClient.refusal(() -> client.auth().login(wrong)))
                .isEqualTo("UNAUTHENTICATED invalid_credentials");
    }

    @Test
    void aRefreshTokenIsChangedForAnother() {
        AuthResponse ada = client.auth().register(someone());
        AuthResponse renewed = client.auth().refresh(refresh(ada));
        assertThat(profile(signedIn(renewed)).getId()).isEqualTo(ada.getUser().getId());
    }

    @Test
    void aRefreshTokenThatIsSpentIsRefused() {
        AuthResponse ada = client.auth().register(someone());
        AuthResponse unused = client.auth().refresh(refresh(ada));
        assertThat(GrpcClient.refusal(() -> client.auth().refresh(refresh(ada))))
                .isEqualTo("UNAUTHENTICATED refresh_token_reused");
    }

    @Test
    void aRefreshTokenThatIsMissingIsRefused() {
        assertThat(GrpcClient.violation(() -> client.auth().refresh(RefreshRequest.getDefaultInstance())))
                .isEqualTo("refresh_token required");
    }

    @Test
    void whoSignsOutIsOut() {
        GrpcClient ada = signedIn(client.auth().register(someone()));
        assertThat(ada.auth().logout(LogoutRequest.getDefaultInstance())).isNotNull();
        assertThat(GrpcClient.refusal(() -> profile(ada))).isEqualTo("UNAUTHENTICATED token_revoked");
    }

    @Test
    void sessionsAreListedAndEnded() {
        AuthResponse ada = client.auth().register(someone());
        GrpcClient again = signedIn(client.auth()
                .login(LoginRequest.newBuilder()
                        .setEmail(ada.getUser().getEmail())
                        .setPassword(GrpcClient.PASSWORD)
                        .build()));
        Session other = again.auth().listSessions(ListSessionsRequest.getDefaultInstance()).getSessionsList().stream()
                .filter(session -> !session.getCurrent())
                .findFirst()
                .orElseThrow();
        EndSessionRequest end =
                EndSessionRequest.newBuilder().setId(other.getId()).build();
        assertThat(again.auth().endSession(end)).isNotNull();
        assertThat(GrpcClient.refusal(() -> profile(signedIn(ada)))).isEqualTo("UNAUTHENTICATED token_revoked");
    }

    @Test
    void listsGoOnWhereTheyWere() {
        AuthResponse ada = client.auth().register(someone());
        AuthResponse unused = client.auth()
                .login(LoginRequest.newBuilder()
                        .setEmail(ada.getUser().getEmail())
                        .setPassword(GrpcClient.PASSWORD)
                        .build());
        ListSessionsRequest.Builder one = ListSessionsRequest.newBuilder().setLimit(1);
        var first = signedIn(ada).auth().listSessions(one.build());
        var second = signedIn(ada)
                .auth()
                .listSessions(one.setCursor(first.getNextCursor()).build());
        assertThat(second.getSessionsList()).hasSize(1).doesNotContainAnyElementsOf(first.getSessionsList());
        assertThat(second.hasNextCursor()).isFalse();
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        GrpcClient ada = signedIn(client.auth().register(someone()));
        assertThat(GrpcClient.violation(() -> ada.auth()
                        .listSessions(
                                ListSessionsRequest.newBuilder().setCursor("?").build())))
                .isEqualTo("cursor invalid_cursor");
    }

    @Test
    void whatOneMayDoIsToldAsRules() {
        AuthResponse ada = client.auth().register(someone());
        assertThat(signedIn(ada)
                        .auth()
                        .getAbilities(GetAbilitiesRequest.getDefaultInstance())
                        .getRulesList())
                .anyMatch(rule -> rule.getSubjectList().contains("User")
                        && rule.getConditions()
                                .getFieldsOrThrow("id")
                                .getStringValue()
                                .equals(ada.getUser().getId()));
    }

    @Test
    void thePasswordIsChanged() {
        AuthResponse ada = client.auth().register(someone());
        assertThat(signedIn(ada)
                        .auth()
                        .changePassword(ChangePasswordRequest.newBuilder()
                                .setCurrentPassword(GrpcClient.PASSWORD)
                                .setNewPassword("another horse battery")
                                .build()))
                .isNotNull();
        assertThat(client.auth()
                        .login(LoginRequest.newBuilder()
                                .setEmail(ada.getUser().getEmail())
                                .setPassword("another horse battery")
                                .build())
                        .getTokenType())
                .isEqualTo("Bearer");
    }

    @Test
    void aMailedTokenThatIsNoneIsRefused() {
        assertThat(GrpcClient.refusal(() -> client.auth()
                        .verifyEmail(
                                VerifyEmailRequest.newBuilder().setToken("x").build())))
                .isEqualTo("INVALID_ARGUMENT invalid_verification_token");
        assertThat(GrpcClient.refusal(() -> client.auth()
                        .resetPassword(ResetPasswordRequest.newBuilder()
                                .setToken("x")
                                .setPassword("another horse battery")
                                .build())))
                .isEqualTo("INVALID_ARGUMENT invalid_reset_token");
    }

    @Test
    void nobodyLearnsWhoHasForgottenTheirPassword() {
        assertThat(client.auth()
                        .forgotPassword(ForgotPasswordRequest.newBuilder()
                                .setEmail("nobody@example.com")
                                .build()))
                .isNotNull();
    }

    private static RefreshRequest refresh(AuthResponse of) {
        return RefreshRequest.newBuilder().setRefreshToken(of.getRefreshToken()).build();
    }
}
