package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Several users at once, as {@link GetUser} is for one: a lookup for each of the {@code ids}, in no particular order. */
@UseCase(value = "users.find_users", action = "read", subject = "User")
public record FindUsers(@NotNull @Size(max = 1000) Set<UUID> ids) implements Query<List<UserLookup>> {}
