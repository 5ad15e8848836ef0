package dev.mstv.auth.application;

import dev.mstv.auth.ForgotPassword;
import dev.mstv.auth.ResetRequest;
import dev.mstv.auth.ResetRequest.Noted;
import dev.mstv.auth.domain.ResetRequests;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** Notes a request and looks nothing up, so that the answer tells nothing, and neither does the time it takes. */
@Singleton
final class ForgotPasswordHandler implements CommandHandler<ForgotPassword, ResetRequest> {

    private final ResetRequests requests;
    private final Encryption encryption;
    private final Clock clock;

    ForgotPasswordHandler(ResetRequests requests, Encryption encryption, Clock clock) {
        this.requests = requests;
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public ResetRequest handle(ForgotPassword command) {
        Instant now = clock.instant();
        String sealed = encryption.encrypt(command.email().getBytes(StandardCharsets.UTF_8));
        requests.add(
                new ResetRequests.Request(
                        Ids.next(clock), sealed, CallContext.current().requestId()),
                now);
        return new Noted();
    }
}
