package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserUpdate;
import dev.mstv.users.UserUpdate.EmailTaken;
import dev.mstv.users.UserUpdate.Outdated;
import dev.mstv.users.UserUpdate.Updated;
import dev.mstv.users.UserUpdate.UserMissing;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes those fields of a user that the caller may change. */
@Singleton
final class UpdateUserHandler implements CommandHandler<UpdateUser, UserUpdate> {

    private final Users users;
    private final Gate gate;
    private final Clock clock;

    UpdateUserHandler(Users users, Gate gate, Clock clock) {
        this.users = users;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public UserUpdate handle(UpdateUser command) {
        Caller caller = CallContext.current().caller();
        Optional<User> found = users.find(command.id());
        if (found.isEmpty()) {
            gate.requireFields(caller, "update", UserMapping.missing(command.id()), fields(command));
            return new UserMissing();
        }
        User user = found.get();
        gate.requireFields(caller, "update", UserMapping.subject(user), fields(command));
        if (command.expectedVersion() != null && command.expectedVersion() != user.version()) {
            return new Outdated();
        }
        User changed = user.with(
                command.email() == null ? user.email() : new Email(command.email()),
                name(command, user),
                command.role() == null ? user.role() : Role.of(command.role()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (changed.equals(user) || users.save(changed)) {
            return new Updated(UserMapping.versioned(changed));
        }
        return new EmailTaken();
    }

    private static @Nullable DisplayName name(UpdateUser command, User user) {
        if (command.removeName()) {
            return null;
        }
        return command.name() == null ? user.name() : new DisplayName(command.name());
    }

    /** What the command touches; one that touches nothing still has to be allowed to touch something. */
    private static List<String> fields(UpdateUser command) {
        List<String> fields = new ArrayList<>();
        if (command.role() != null) {
            fields.add("role");
        }
        if (command.name() != null || command.removeName()) {
            fields.add("name");
        }
        if (command.email() != null || fields.isEmpty()) {
            fields.add("email");
        }
        return fields;
    }
}
