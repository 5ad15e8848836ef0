package dev.mstv.users.application;

import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.domain.Role;
import jakarta.inject.Singleton;

/** Adds a user for an administrator. */
@Singleton
final class CreateUserHandler implements CommandHandler<CreateUser, UserCreation> {

    private final UserFactory factory;

    CreateUserHandler(UserFactory factory) {
        this.factory = factory;
    }

    @Override
    public UserCreation handle(CreateUser command) {
        return factory.add(command.email(), command.password(), command.name(), Role.of(command.role()));
    }
}
