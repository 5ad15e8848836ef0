package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Those users among the {@code ids} that exist, in no particular order. */
@UseCase(value = "users.get_users", access = Access.INTERNAL)
public record GetUsers(@NotNull @Size(max = 1000) Set<UUID> ids) implements Query<List<UserView>> {}
