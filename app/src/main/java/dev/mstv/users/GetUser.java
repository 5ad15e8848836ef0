package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Versioned;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/** One user; empty if there is none with this id. */
@UseCase(value = "users.get_user", action = "read", subject = "User")
public record GetUser(@NotNull UUID id) implements Query<Optional<Versioned<UserView>>> {}
