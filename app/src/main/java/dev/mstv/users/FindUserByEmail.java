package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The user with an e-mail address, in whichever case it is typed; empty if there is none, or if it is no address. */
@UseCase(value = "users.find_user_by_email", access = Access.INTERNAL)
public record FindUserByEmail(@NotNull String email) implements Query<Optional<UserView>> {

    @Override
    public String toString() {
        return "FindUserByEmail[…]";
    }
}
