package dev.mstv.platform.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mstv.platform.problem.JsonProblems;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The use cases by their logical names, for edges whose clients say which one they want. What comes and goes is JSON: the
 * components of the message, and the outcome. Thread-safe.
 */
@Singleton
public final class UseCases {

    private final Map<String, Named> named = new HashMap<>();
    private final Bus bus;

    UseCases(Bus bus, MessageCodec codec) {
        this.bus = bus;
        for (UseCaseType type : Routes.known()) {
            if (type.access() != UseCase.Access.INTERNAL) {
                named.put(
                        type.name(), new Named(type, codec.strictReader(type.message()), codec.writer(type.outcome())));
            }
        }
    }

    private record Named(UseCaseType type, ObjectReader reader, ObjectWriter writer) {}

    /** Has a command carried out; as {@link #query}. */
    public byte[] command(String name, byte[] payload) {
        return run(find(name, true), payload);
    }

    /**
     * Has a query answered. Needs a {@link CallContext} bound to the thread.
     *
     * @param name such as {@code users.get_user}
     * @param payload JSON; fields that the message does not have are refused
     * @return the outcome as JSON; never one that says no
     * @throws dev.mstv.platform.problem.Refusal {@code unknown_use_case}, what is wrong with the payload, whatever a stage
     *     refuses, the problem of an outcome that says no, or that what was asked for is not there
     */
    public byte[] query(String name, byte[] payload) {
        return run(find(name, false), payload);
    }

    /** Whether a name is that of a query; false if it is that of a command, or of nothing. */
    public boolean isQuery(String name) {
        Named found = named.get(name);
        return found != null && !found.type().command();
    }

    private Named find(String name, boolean command) {
        Named found = named.get(name);
        if (found == null || found.type().command() != command) {
            throw Problem.of(
                            ProblemKind.NOT_FOUND,
                            "unknown_use_case",
                            "There is no such " + (command ? "command." : "query."))
                    .refusal();
        }
        return found;
    }

    private byte[] run(Named use, byte[] payload) {
        return written(use, fulfilled(use.type(), bus.run(read(use, payload))));
    }

    private static Object fulfilled(UseCaseType type, Object outcome) {
        if (outcome instanceof Refusing refused) {
            throw refused.refusal();
        }
        if (outcome instanceof Optional<?> found && found.isEmpty()) {
            String subject = type.subject().toLowerCase(Locale.ROOT);
            throw Problem.of(ProblemKind.NOT_FOUND, subject + "_not_found", "There is no such " + subject + ".")
                    .refusal();
        }
        return outcome;
    }

    private static Message<?> read(Named use, byte[] payload) {
        try {
            Message<?> message = use.reader().readValue(payload);
            if (message != null) {
                return message;
            }
        } catch (IOException e) {
            throw JsonProblems.of(e).refusal();
        }
        throw JsonProblems.malformed().refusal();
    }

    private static byte[] written(Named use, Object outcome) {
        try {
            return use.writer().writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
