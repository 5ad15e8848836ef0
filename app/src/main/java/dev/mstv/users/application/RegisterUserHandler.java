package dev.mstv.users.application;

import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.RegisterUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.domain.Role;
import jakarta.inject.Singleton;

/** Adds someone who registers themselves. */
@Singleton
final class RegisterUserHandler implements CommandHandler<RegisterUser, UserCreation> {

    private final UserFactory factory;

    RegisterUserHandler(UserFactory factory) {
        this.factory = factory;
    }

    @Override
    public UserCreation handle(RegisterUser command) {
        return factory.add(command.email(), command.password(), command.name(), Role.USER);
    }
}
