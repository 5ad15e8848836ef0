package dev.mstv.auth;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.time.Instant;
import java.util.UUID;

/**
 * A user is to prove that their e-mail address is theirs.
 *
 * @param token sealed for our own processes ({@link dev.mstv.platform.security.Encryption#encrypt}); only who writes the
 *     mail opens it
 * @param address keyed digest of the e-mail address, in lower case, to which alone it may go
 * @param validUntil when the token is good for nothing any more
 */
@Event.Type("user.verification_requested")
public record VerificationRequested(
        UUID userId, String token, @Personal String address, Instant validUntil) implements TokenEvent {}
