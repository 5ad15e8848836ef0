package dev.mstv.auth.application;

import dev.mstv.auth.domain.OneTimeToken;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.bus.Bus;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Tells whose one-time token it is. */
@Singleton
final class TokenHolders {

    private final OneTimeTokens tokens;
    private final TokenText text;
    private final Bus bus;
    private final Clock clock;

    TokenHolders(OneTimeTokens tokens, TokenText text, Bus bus, Clock clock) {
        this.tokens = tokens;
        this.text = text;
        this.bus = bus;
        this.clock = clock;
    }

    /** A token that can be used, and its user as they are now. */
    record Held(OneTimeToken token, UserView user) {}

    /** Empty if it cannot be used, or went to an address that is not its user's any more. */
    Optional<Held> of(String token, Purpose purpose) {
        return tokens.usable(TokenText.hash(token), purpose, clock.instant())
                .flatMap(found -> bus.ask(new GetUsers(Set.of(found.userId()))).stream()
                        .filter(user -> text.address(user.email()).equals(found.address()))
                        .findFirst()
                        .map(user -> new Held(found, user)));
    }
}
