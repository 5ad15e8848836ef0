package dev.mstv.auth.interfaces.rest;

import dev.mstv.auth.ChangeOwnPassword;
import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.Logout;
import dev.mstv.auth.OwnPasswordChange;
import dev.mstv.auth.Refresh;
import dev.mstv.auth.Register;
import dev.mstv.auth.Registration;
import dev.mstv.auth.Renewal;
import dev.mstv.auth.SessionEnd;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Input;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/** Signing in and out over REST. */
@Tag(name = "auth")
@Controller("/auth")
@Edge
class AuthController {

    private final Bus bus;

    AuthController(Bus bus) {
        this.bus = bus;
    }

    @Post("/register")
    @Operation(summary = "Makes an account and signs in")
    HttpResponse<AuthBody> register(@Body NewAccount body) {
        return switch (bus.send(new Register(body.email(), body.password(), body.name()))) {
            case Registration.Registered(var signedIn) ->
                HttpResponse.created(
                        AuthBody.of(signedIn),
                        URI.create("/users/" + signedIn.user().id()));
            case Registration.EmailTaken refused -> throw refused.refusal();
        };
    }

    @Post("/login")
    @Operation(summary = "Signs in")
    HttpResponse<AuthBody> login(@Body Credentials body) {
        return switch (bus.send(new Login(body.email(), body.password()))) {
            case LoginAttempt.LoggedIn(var signedIn) -> HttpResponse.ok(AuthBody.of(signedIn));
            case LoginAttempt.InvalidCredentials refused -> throw refused.refusal();
        };
    }

    @Post("/refresh")
    @Operation(summary = "Changes a refresh token for new tokens")
    HttpResponse<AuthBody> refresh(@Body RefreshBody body) {
        return switch (bus.send(new Refresh(Input.required("refresh_token", body.refreshToken())))) {
            case Renewal.Renewed(var signedIn) -> HttpResponse.ok(AuthBody.of(signedIn));
            case Renewal.Invalid refused -> throw refused.refusal();
            case Renewal.Reused refused -> throw refused.refusal();
        };
    }

    @Post("/logout")
    @Operation(summary = "Ends the session")
    HttpResponse<Void> logout() {
        return switch (bus.send(new Logout())) {
            // Ended by another request meanwhile is ended, too.
            case SessionEnd.Ended(), SessionEnd.SessionMissing() -> HttpResponse.noContent();
        };
    }

    @Post("/password/change")
    @Operation(summary = "Changes the password and ends all other sessions")
    HttpResponse<Void> changePassword(@Body PasswordBody body) {
        return switch (bus.send(new ChangeOwnPassword(body.currentPassword(), body.newPassword()))) {
            case OwnPasswordChange.Changed() -> HttpResponse.noContent();
            case OwnPasswordChange.WrongPassword refused -> throw refused.refusal();
        };
    }
}
