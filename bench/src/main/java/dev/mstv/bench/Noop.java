package dev.mstv.bench;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A query with nothing behind it, so that only the stages are measured. */
@UseCase(value = "bench.noop", action = "read", subject = "Noop")
public record Noop(@NotNull String text, @Min(1) int number) implements Query<Integer> {}
