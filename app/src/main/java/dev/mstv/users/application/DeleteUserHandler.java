package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.UserDeletion;
import dev.mstv.users.UserDeletion.Deleted;
import dev.mstv.users.UserDeletion.Outdated;
import dev.mstv.users.UserDeletion.UserMissing;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Removes a user. */
@Singleton
final class DeleteUserHandler implements CommandHandler<DeleteUser, UserDeletion> {

    private final Users users;
    private final Gate gate;

    DeleteUserHandler(Users users, Gate gate) {
        this.users = users;
        this.gate = gate;
    }

    @Override
    public UserDeletion handle(DeleteUser command) {
        Caller caller = CallContext.current().caller();
        Optional<User> found = users.find(command.id());
        if (found.isEmpty()) {
            gate.require(caller, "delete", UserMapping.missing(command.id()));
            return new UserMissing();
        }
        User user = found.get();
        gate.require(caller, "delete", UserMapping.subject(user));
        if (command.expectedVersion() != null && command.expectedVersion() != user.version()) {
            return new Outdated();
        }
        users.remove(user, caller instanceof Caller.User by ? by.userId() : null);
        return new Deleted();
    }
}
