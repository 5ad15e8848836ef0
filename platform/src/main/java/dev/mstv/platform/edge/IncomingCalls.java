package dev.mstv.platform.edge;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the head of a request what call it makes. Thread-safe; does not block. */
@Singleton
public final class IncomingCalls {

    private static final String CONSISTENCY_TOKEN = "X-Consistency-Token";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final ClientAddress clientAddress;

    IncomingCalls(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    /**
     * The call.
     *
     * @param connection address of the other end of the connection, which may be a proxy's
     */
    public CallContext of(Head head, String connection, Caller caller) {
        Client client = new Client(clientAddress.of(connection, head), head.first("User-Agent"));
        Trace trace = Trace.continued(head.first("traceparent"));
        return CallContext.of(caller, client, requestId(head), trace, head.first(IDEMPOTENCY_KEY))
                .seen(token(head.first(CONSISTENCY_TOKEN)).orElse(ConsistencyToken.NONE));
    }

    /** Why a call of this head is refused; empty if nothing is wrong with it. */
    public static Optional<Problem> fault(Head head) {
        String key = head.first(IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            return Optional.of(Problem.invalid(
                    IDEMPOTENCY_KEY, "invalid_idempotency_key", "An Idempotency-Key has 1 to 255 visible characters."));
        }
        String seen = head.first(CONSISTENCY_TOKEN);
        return seen != null && token(seen).isEmpty()
                ? Optional.of(Problem.invalid(
                        CONSISTENCY_TOKEN, "invalid_consistency_token", "This is no consistency token of ours."))
                : Optional.empty();
    }

    private static Optional<ConsistencyToken> token(@Nullable String text) {
        return text == null ? Optional.empty() : ConsistencyToken.parse(text);
    }

    private static String requestId(Head head) {
        String sent = head.first("X-Request-Id");
        return sent != null && REQUEST_ID.matcher(sent).matches() ? sent : RequestIds.next();
    }
}
