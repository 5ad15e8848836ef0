package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;

/**
 * Begins to make a read model anew, beside the one that is read.
 *
 * @param name of its projection, which begins with that of the module
 */
@UseCase(value = "module.rebuild_projection", action = "manage", subject = "Projection")
public record RebuildProjection(
        @NotNull String module, @NotNull String name) implements Command<RebuildRequest>, OfModule {}
