package dev.mstv.auth.interfaces.grpc;

import dev.mstv.auth.ChangeOwnPassword;
import dev.mstv.auth.EmailConfirmation;
import dev.mstv.auth.EndSession;
import dev.mstv.auth.ForgotPassword;
import dev.mstv.auth.GetAbilities;
import dev.mstv.auth.ListSessions;
import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.Logout;
import dev.mstv.auth.OwnPasswordChange;
import dev.mstv.auth.PasswordReset;
import dev.mstv.auth.Refresh;
import dev.mstv.auth.Register;
import dev.mstv.auth.Registration;
import dev.mstv.auth.Renewal;
import dev.mstv.auth.ResetPassword;
import dev.mstv.auth.ResetRequest;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionView;
import dev.mstv.auth.VerifyEmail;
import dev.mstv.contracts.auth.AuthResponse;
import dev.mstv.contracts.auth.AuthServiceGrpc.AuthServiceImplBase;
import dev.mstv.contracts.auth.ChangePasswordRequest;
import dev.mstv.contracts.auth.ChangePasswordResponse;
import dev.mstv.contracts.auth.EndSessionRequest;
import dev.mstv.contracts.auth.EndSessionResponse;
import dev.mstv.contracts.auth.ForgotPasswordRequest;
import dev.mstv.contracts.auth.ForgotPasswordResponse;
import dev.mstv.contracts.auth.GetAbilitiesRequest;
import dev.mstv.contracts.auth.GetAbilitiesResponse;
import dev.mstv.contracts.auth.GetProfileRequest;
import dev.mstv.contracts.auth.ListSessionsRequest;
import dev.mstv.contracts.auth.ListSessionsResponse;
import dev.mstv.contracts.auth.LoginRequest;
import dev.mstv.contracts.auth.LogoutRequest;
import dev.mstv.contracts.auth.LogoutResponse;
import dev.mstv.contracts.auth.RefreshRequest;
import dev.mstv.contracts.auth.RegisterRequest;
import dev.mstv.contracts.auth.ResetPasswordRequest;
import dev.mstv.contracts.auth.ResetPasswordResponse;
import dev.mstv.contracts.auth.VerifyEmailRequest;
import dev.mstv.contracts.auth.VerifyEmailResponse;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.grpc.GrpcEdge;
import dev.mstv.platform.grpc.Replies;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Input;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserProblem;
import dev.mstv.users.UserView;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Signing in and out, and one's own account, over gRPC. */
@Singleton
final class AuthGrpc extends AuthServiceImplBase implements GrpcEdge {

    private final Bus bus;
    private final Gate gate;

    AuthGrpc(Bus bus, Gate gate) {
        this.bus = bus;
        this.gate = gate;
    }

    @Override
    public void register(RegisterRequest request, StreamObserver<AuthResponse> answers) {
        String name = request.hasName() ? request.getName() : null;
        Replies.one(
                answers,
                switch (bus.send(new Register(request.getEmail(), request.getPassword(), name))) {
                    case Registration.Registered(var signedIn) -> AuthMessages.of(signedIn);
                    case Registration.EmailTaken refused -> throw refused.refusal();
                });
    }

    @Override
    public void login(LoginRequest request, StreamObserver<AuthResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new Login(request.getEmail(), request.getPassword()))) {
                    case LoginAttempt.LoggedIn(var signedIn) -> AuthMessages.of(signedIn);
                    case LoginAttempt.InvalidCredentials refused -> throw refused.refusal();
                });
    }

    @Override
    public void refresh(RefreshRequest request, StreamObserver<AuthResponse> answers) {
        String token = request.getRefreshToken().isEmpty() ? null : request.getRefreshToken();
        Replies.one(
                answers,
                switch (bus.send(new Refresh(Input.required("refresh_token", token)))) {
                    case Renewal.Renewed(var signedIn) -> AuthMessages.of(signedIn);
                    case Renewal.Invalid refused -> throw refused.refusal();
                    case Renewal.Reused refused -> throw refused.refusal();
                });
    }

    @Override
    public void logout(LogoutRequest request, StreamObserver<LogoutResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new Logout())) {
                    // Ended by another request meanwhile is ended, too.
                    case SessionEnd.Ended(), SessionEnd.SessionMissing() -> LogoutResponse.getDefaultInstance();
                });
    }

    @Override
    public void getProfile(GetProfileRequest request, StreamObserver<UserResponse> answers) {
        UUID userId = gate.user(CallContext.current().caller()).userId();
        Versioned<UserView> own = bus.ask(new GetUser(userId)).orElseThrow(UserProblem.USER_NOT_FOUND::refusal);
        Replies.one(answers, AuthMessages.of(own));
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> answers) {
        String cursor = request.getCursor().isEmpty() ? null : request.getCursor();
        Page<SessionView> page = bus.ask(new ListSessions(Input.limit(request.getLimit()), Input.cursor(cursor)));
        ListSessionsResponse.Builder answer = ListSessionsResponse.newBuilder()
                .addAllSessions(page.items().stream().map(AuthMessages::of).toList());
        String next = Cursor.encode(page.next());
        Replies.one(
                answers,
                next == null ? answer.build() : answer.setNextCursor(next).build());
    }

    @Override
    public void endSession(EndSessionRequest request, StreamObserver<EndSessionResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new EndSession(Input.id("id", request.getId())))) {
                    case SessionEnd.Ended() -> EndSessionResponse.getDefaultInstance();
                    case SessionEnd.SessionMissing refused -> throw refused.refusal();
                });
    }

    @Override
    public void getAbilities(GetAbilitiesRequest request, StreamObserver<GetAbilitiesResponse> answers) {
        Replies.one(
                answers,
                GetAbilitiesResponse.newBuilder()
                        .addAllRules(bus.ask(new GetAbilities()).stream()
                                .map(RuleMessages::of)
                                .toList())
                        .build());
    }

    @Override
    public void verifyEmail(VerifyEmailRequest request, StreamObserver<VerifyEmailResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new VerifyEmail(request.getToken()))) {
                    case EmailConfirmation.Done() -> VerifyEmailResponse.getDefaultInstance();
                    case EmailConfirmation.InvalidToken refused -> throw refused.refusal();
                });
    }

    @Override
    public void forgotPassword(ForgotPasswordRequest request, StreamObserver<ForgotPasswordResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new ForgotPassword(request.getEmail()))) {
                    case ResetRequest.Noted() -> ForgotPasswordResponse.getDefaultInstance();
                });
    }

    @Override
    public void resetPassword(ResetPasswordRequest request, StreamObserver<ResetPasswordResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(new ResetPassword(request.getToken(), request.getPassword()))) {
                    case PasswordReset.Done() -> ResetPasswordResponse.getDefaultInstance();
                    case PasswordReset.InvalidToken refused -> throw refused.refusal();
                });
    }

    @Override
    public void changePassword(ChangePasswordRequest request, StreamObserver<ChangePasswordResponse> answers) {
        ChangeOwnPassword command = new ChangeOwnPassword(request.getCurrentPassword(), request.getNewPassword());
        Replies.one(
                answers,
                switch (bus.send(command)) {
                    case OwnPasswordChange.Changed() -> ChangePasswordResponse.getDefaultInstance();
                    case OwnPasswordChange.WrongPassword refused -> throw refused.refusal();
                });
    }
}
