package dev.mstv.auth.application;

import dev.mstv.auth.Register;
import dev.mstv.auth.Registration;
import dev.mstv.auth.Registration.EmailTaken;
import dev.mstv.auth.Registration.Registered;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.RegisterUser;
import dev.mstv.users.UserCreation;
import jakarta.inject.Singleton;

/**
 * Makes an account and signs its user in. The account comes first, in a transaction of its own: if all ends right after
 * it, it stands, and its user can sign in, or send the same request with the same idempotency key again.
 */
@Singleton
final class RegisterHandler implements CommandHandler<Register, Registration> {

    private final Bus bus;
    private final SignIn signIn;

    RegisterHandler(Bus bus, SignIn signIn) {
        this.bus = bus;
        this.signIn = signIn;
    }

    @Override
    public Registration handle(Register command) {
        return switch (bus.send(new RegisterUser(command.email(), command.password(), command.name()))) {
            case UserCreation.Created(var user) -> new Registered(signIn.of(user.value()));
            case UserCreation.EmailTaken() -> new EmailTaken();
        };
    }
}
