package dev.mstv.platform.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of the way of messages whose module runs in other processes: they are checked and carried out there. */
@Singleton
final class Forwarding {

    private static final Duration RETRY_LATER = Duration.ofSeconds(5);

    private final @Nullable RemoteBus remote;
    private final Transactions transactions;
    private final MessageCodec codec;

    Forwarding(@Nullable RemoteBus remote, Transactions transactions, MessageCodec codec) {
        this.remote = remote;
        this.transactions = transactions;
        this.codec = codec;
    }

    Step of(UseCaseType type) {
        RemoteBus bus = remote;
        if (bus == null) {
            return (message, context) -> {
                throw notHere(type.moduleOf(message));
            };
        }
        ObjectWriter writer = codec.writer(type.message());
        ObjectReader reader = codec.reader(type.outcome());
        return (message, context) -> {
            if (type.command()) {
                transactions.requireNone();
            }
            byte[] outcome = bus.run(remote(type, type.moduleOf(message), context), written(message, writer), context);
            try {
                return reader.readValue(outcome);
            } catch (IOException e) {
                throw IncompatibleRelease.of(type.moduleOf(message));
            }
        };
    }

    private static RemoteMessage remote(UseCaseType type, String module, CallContext context) {
        boolean once = type.command() && context.idempotencyKey() != null;
        int ordinal = once && context.nested() ? context.sent().getAndIncrement() : 0;
        return new RemoteMessage(module, type.name(), type.version(), once || !type.command(), ordinal);
    }

    private static byte[] written(Message<?> message, ObjectWriter writer) {
        try {
            return writer.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException notHere(String module) {
        String detail = "No process that runs \"" + module + "\" can be reached.";
        return Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", detail)
                .retryAfter(RETRY_LATER)
                .refusal();
    }
}
