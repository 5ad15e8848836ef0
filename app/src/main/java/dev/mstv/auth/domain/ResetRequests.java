package dev.mstv.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who asked for a new password, until somebody has looked whether there is such an account. */
public interface ResetRequests {

    /** At most one reset is mailed to a user in this time. */
    Duration PAUSE = Duration.ofMinutes(1);

    /** One request. The address is encrypted. */
    record Request(UUID id, String sealedEmail, String requestId) {}

    void add(Request request, Instant now);

    /** One that is due, ours for {@code lease}, at once and whatever becomes of the transaction. */
    Optional<Request> claim(Instant now, Duration lease);

    /** It is dealt with. */
    void remove(Request request);

    /** Whether a reset may be mailed to a user now; if so, it counts as mailed. */
    boolean mayMail(UUID userId, Instant now);

    /** Removes what is known of a user. */
    void forget(UUID userId);
}
