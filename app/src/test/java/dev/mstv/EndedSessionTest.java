package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Logout;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.push.SessionWatch;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A session that ends just before somebody begins to watch it. */
class EndedSessionTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void isFoundToHaveEndedAtOnce() {
        Person ada = Person.user(PROCESS);
        Caller.User caller = new Caller.User(ada.id(), "user", ada.session());
        Object unused = new Sender(PROCESS, caller).send(new Logout());
        CompletableFuture<Problem> ended = new CompletableFuture<>();
        try (Pushes.Listening watch =
                PROCESS.getBean(SessionWatch.class).watch(new Credentials(caller, LATER), ended::complete)) {
            assertThat(watch).isNotNull();
            // Sooner than all sessions are looked at, which is every 30 s.
            assertThat(ended.orTimeout(15, TimeUnit.SECONDS).join().code()).isEqualTo("token_revoked");
        }
    }
}
