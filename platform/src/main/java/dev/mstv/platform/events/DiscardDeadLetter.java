package dev.mstv.platform.events;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Gives a dead letter up: its subscriber will never see the event, and the next one of its stream is due. */
@UseCase(value = "module.discard_dead_letter", action = "manage", subject = "DeadLetter")
public record DiscardDeadLetter(
        @NotNull String module, @NotNull UUID id) implements Command<Treatment>, OfModule {}
