package dev.mstv.platform.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs messages that other processes send, on the way that messages of this process take. Thread-safe. */
@Singleton
public final class IncomingMessages {

    private final Map<String, Target> targets = new HashMap<>();
    private final Set<String> modules;

    IncomingMessages(Routes routes, MessageCodec codec, Composition composition) {
        this.modules = composition.modules();
        routes.local()
                .forEach((type, step) -> targets.put(
                        type.name(),
                        new Target(type, step, codec.reader(type.message()), codec.writer(type.outcome()))));
    }

    private record Target(UseCaseType type, Step step, ObjectReader reader, ObjectWriter writer) {}

    /**
     * Runs a message and returns its outcome as JSON.
     *
     * @throws dev.mstv.platform.problem.Refusal what a stage refuses; {@code incompatible_release} if there is no such
     *     message here, or only of another version
     */
    public byte[] run(String name, int version, byte[] payload, CallContext context) {
        Target target = targets.get(name);
        if (target == null || target.type().version() != version) {
            throw IncompatibleRelease.of(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        }
        Message<?> message = read(target, payload);
        String module = target.type().moduleOf(message);
        if (!modules.contains(module)) {
            throw IncompatibleRelease.of(module);
        }
        Object outcome = context.call(() -> target.step().run(message, context));
        try {
            return target.writer().writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message<?> read(Target target, byte[] payload) {
        try {
            Message<?> message = target.reader().readValue(payload);
            if (message != null) {
                return message;
            }
        } catch (IOException e) {
            // As below: what it says in detail is of no use to the sender, which is a program.
        }
        throw Problem.of(ProblemKind.INVALID, "malformed_message", "The message cannot be understood.")
                .refusal();
    }
}
