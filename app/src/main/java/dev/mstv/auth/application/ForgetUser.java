package dev.mstv.auth.application;

import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.ResetRequests;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;

/** When a user is gone, so are their sessions and tokens, and where they signed in from. */
@Singleton
final class ForgetUser implements Subscriber {

    private final Sessions sessions;
    private final OneTimeTokens tokens;
    private final ResetRequests requests;

    ForgetUser(Sessions sessions, OneTimeTokens tokens, ResetRequests requests) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.requests = requests;
    }

    private record UserDeleted(UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("auth.forget_user")
                .on("user.deleted", UserDeleted.class, (event, about) -> forget(event.userId()));
    }

    private void forget(UUID userId) {
        tokens.forget(userId);
        requests.forget(userId);
        sessions.forget(userId);
    }
}
