package dev.mstv.auth.application;

import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.LoginAttempt.InvalidCredentials;
import dev.mstv.auth.LoginAttempt.LoggedIn;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.RenewPasswordHash;
import jakarta.inject.Singleton;

/** Signs a user in. */
@Singleton
final class LoginHandler implements CommandHandler<Login, LoginAttempt> {

    private final PasswordTrial trial;
    private final Bus bus;
    private final SignIn signIn;

    LoginHandler(PasswordTrial trial, Bus bus, SignIn signIn) {
        this.trial = trial;
        this.bus = bus;
        this.signIn = signIn;
    }

    @Override
    public LoginAttempt handle(Login command) {
        return switch (trial.of(command.email(), command.password())) {
            case PasswordTrial.Result.Passed(var user, var outdated) -> {
                if (outdated) {
                    bus.send(new RenewPasswordHash(user.id(), command.password()));
                }
                yield new LoggedIn(signIn.of(user));
            }
            case PasswordTrial.Result.Failed() -> new InvalidCredentials();
        };
    }
}
