package dev.mstv.platform.events;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Has a dead letter tried exactly once more, at once; if that fails it is dead again. */
@UseCase(value = "module.replay_dead_letter", action = "manage", subject = "DeadLetter")
public record ReplayDeadLetter(
        @NotNull String module, @NotNull UUID id) implements Command<Treatment>, OfModule {}
