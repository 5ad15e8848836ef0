package dev.mstv.auth.interfaces.rest;

import dev.mstv.auth.EmailConfirmation;
import dev.mstv.auth.ForgotPassword;
import dev.mstv.auth.PasswordReset;
import dev.mstv.auth.ResetPassword;
import dev.mstv.auth.ResetRequest;
import dev.mstv.auth.VerifyEmail;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What one does with the tokens that come by mail, over REST. */
@Tag(name = "auth")
@Controller("/auth")
@Edge
class RecoveryController {

    private final Bus bus;

    RecoveryController(Bus bus) {
        this.bus = bus;
    }

    @Post("/verify-email")
    @Operation(summary = "Proves an e-mail address by the token that was mailed there")
    HttpResponse<Void> verifyEmail(@Body TokenBody body) {
        return switch (bus.send(new VerifyEmail(body.token()))) {
            case EmailConfirmation.Done() -> HttpResponse.noContent();
            case EmailConfirmation.InvalidToken refused -> throw refused.refusal();
        };
    }

    @Post("/password/forgot")
    @Operation(summary = "Has a token for a new password mailed, if there is such an account")
    HttpResponse<Void> forgotPassword(@Body ForgottenBody body) {
        return switch (bus.send(new ForgotPassword(body.email()))) {
            case ResetRequest.Noted() -> HttpResponse.noContent();
        };
    }

    @Post("/password/reset")
    @Operation(summary = "Chooses a new password by the token that was mailed, and ends all sessions")
    HttpResponse<Void> resetPassword(@Body ResetBody body) {
        return switch (bus.send(new ResetPassword(body.token(), body.password()))) {
            case PasswordReset.Done() -> HttpResponse.noContent();
            case PasswordReset.InvalidToken refused -> throw refused.refusal();
        };
    }
}
