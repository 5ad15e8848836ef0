package dev.mstv.auth.domain;

import dev.mstv.auth.TokenEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All one-time tokens. */
public interface OneTimeTokens {

    /** Stores a token and that it was asked for, in the transaction of the command. */
    void add(OneTimeToken token, TokenEvent event);

    /** The token with this hash, if it can still be used. */
    Optional<OneTimeToken> usable(String hash, Purpose purpose, Instant now);

    /**
     * Uses it up, at once and whatever becomes of the command; with it go the user's others of its purpose.
     *
     * @return false if somebody was quicker, on whichever node
     */
    boolean use(OneTimeToken token, Instant now);

    /** Makes those of a user for this purpose unusable, in the transaction of the command. */
    void revoke(UUID userId, Purpose purpose, Instant now);

    /** Removes those of a user. */
    void forget(UUID userId);
}
