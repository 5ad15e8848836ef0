package dev.mstv.auth.application;

import dev.mstv.auth.domain.Purpose;
import dev.mstv.auth.domain.ResetRequests;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.jobs.Worker;
import dev.mstv.platform.security.Encryption;
import dev.mstv.users.FindUserByEmail;
import dev.mstv.users.UserView;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks whose addresses were typed as forgotten ones, when nobody waits for it. Every node does so. */
@Singleton
final class ResetMails implements ApplicationEventListener<ServerStartupEvent> {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int THREADS = 2;

    private final ResetRequests requests;
    private final TokenIssue issue;
    private final Encryption encryption;
    private final Transactions transactions;
    private final Bus bus;
    private final Clock clock;
    private final Worker worker = new Worker("reset-mails", this::mailOne);

    ResetMails(
            ResetRequests requests,
            TokenIssue issue,
            Encryption encryption,
            Transactions transactions,
            Bus bus,
            Clock clock) {
        this.requests = requests;
        this.issue = issue;
        this.encryption = encryption;
        this.transactions = transactions;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        worker.start(THREADS);
    }

    private boolean mailOne() {
        Optional<ResetRequests.Request> claimed = requests.claim(clock.instant(), LEASE);
        claimed.ifPresent(request -> {
            boolean unused = CallContext.afterRequest(request.requestId()).call(() -> mailed(request));
        });
        return claimed.isPresent();
    }

    private boolean mailed(ResetRequests.Request request) {
        String email = new String(encryption.decrypt(request.sealedEmail()), StandardCharsets.UTF_8);
        Optional<UserView> user = bus.ask(new FindUserByEmail(email));
        return transactions.inTransaction("auth", () -> {
            requests.remove(request);
            Instant now = clock.instant();
            boolean mails = user.isPresent() && requests.mayMail(user.get().id(), now);
            if (mails) {
                issue.mail(user.get().id(), user.get().email(), Purpose.PASSWORD_RESET);
            }
            return mails;
        });
    }

    @PreDestroy
    void close() {
        worker.close();
    }
}
