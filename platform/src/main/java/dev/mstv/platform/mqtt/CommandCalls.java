package dev.mstv.platform.mqtt;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.edge.RequestIds;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from the head of a command what call it makes. */
@Singleton
final class CommandCalls {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    /** The broker does not tell who published: all who are not signed in count as one. */
    private static final Client CLIENT = new Client("mqtt", null);

    private final Authentication authentication;
    private final int bodyLimit;

    CommandCalls(Authentication authentication, Settings settings) {
        this.authentication = authentication;
        this.bodyLimit = settings.http().bodyLimit();
    }

    CallContext of(IncomingCommand command) {
        String sent = command.property("request-id");
        String requestId = sent != null && REQUEST_ID.matcher(sent).matches() ? sent : RequestIds.next();
        return CallContext.of(
                authentication.caller(command.property("authorization")),
                CLIENT,
                requestId,
                Trace.continued(command.property("traceparent")),
                CommandKeys.of(command));
    }

    /** Why a command is not even tried; empty if it is. */
    Optional<Problem> fault(IncomingCommand command) {
        if (Stream.of("authorization", "idempotency-key", "traceparent", "request-id")
                .anyMatch(command::ambiguous)) {
            return Optional.of(Problem.of(
                    ProblemKind.INVALID, "malformed_request", "A user property of the command is there twice."));
        }
        String key = command.property("idempotency-key");
        if (key != null && !KEY.matcher(key).matches()) {
            return Optional.of(Problem.invalid(
                    "idempotency-key",
                    "invalid_idempotency_key",
                    "An idempotency-key has 1 to 255 visible characters."));
        }
        return command.size() > bodyLimit
                ? Optional.of(Problem.of(
                        ProblemKind.TOO_LARGE, "body_too_large", "The payload is larger than " + bodyLimit + " bytes."))
                : Optional.empty();
    }
}
