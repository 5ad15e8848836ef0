package dev.mstv.platform.grpc;

import dev.mstv.contracts.bus.v1.FieldError;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import java.time.Duration;

/** Problems, as they go from process to process. */
final class ProblemWire {

    private ProblemWire() {}

    static dev.mstv.contracts.bus.v1.Problem write(Problem problem) {
        var wire = dev.mstv.contracts.bus.v1.Problem.newBuilder()
                .setKind(problem.kind().name())
                .setCode(problem.code())
                .setDetail(problem.detail());
        problem.errors()
                .forEach(error -> wire.addErrors(FieldError.newBuilder()
                        .setField(error.field())
                        .setCode(error.code())
                        .setMessage(error.message())));
        if (problem.retryAfter() != null) {
            wire.setRetryAfterMillis(problem.retryAfter().toMillis());
        }
        return wire.build();
    }

    static Problem read(dev.mstv.contracts.bus.v1.Problem wire) {
        return new Problem(
                kind(wire.getKind()),
                wire.getCode(),
                wire.getDetail(),
                wire.getErrorsList().stream()
                        .map(error -> new dev.mstv.platform.problem.FieldError(
                                error.getField(), error.getCode(), error.getMessage()))
                        .toList(),
                wire.hasRetryAfterMillis() ? Duration.ofMillis(wire.getRetryAfterMillis()) : null);
    }

    // A newer release may have more kinds.
    private static ProblemKind kind(String name) {
        for (ProblemKind kind : ProblemKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return ProblemKind.INTERNAL;
    }
}
