package dev.mstv.auth.application;

import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has every new address verified by who owns it. */
@Singleton
final class RequestVerification implements Subscriber {

    private final TokenIssue tokens;

    RequestVerification(TokenIssue tokens) {
        this.tokens = tokens;
    }

    private record UserRegistered(UUID userId, @Nullable String email) {}

    private record UserUpdated(UUID userId, Changes changes) {}

    private record Changes(@Nullable String email) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("auth.request_verification")
                .on("user.registered", UserRegistered.class, (event, about) -> request(event.userId(), event.email()))
                .on(
                        "user.updated",
                        UserUpdated.class,
                        (event, about) ->
                                request(event.userId(), event.changes().email()));
    }

    // Without an address it has not changed, or its user is erased.
    private void request(UUID userId, @Nullable String email) {
        if (email != null) {
            tokens.mail(userId, email, Purpose.VERIFICATION);
        }
    }
}
