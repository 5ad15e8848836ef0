package dev.mstv.platform.events;

import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dead letters of a module, oldest first, from the one behind {@code after} on. */
@UseCase(value = "module.list_dead_letters", action = "manage", subject = "DeadLetter")
public record ListDeadLetters(
        @NotNull String module,
        @Nullable UUID after,
        @Min(1) @Max(101) int limit) implements Query<List<DeadLetter>>, OfModule {}
