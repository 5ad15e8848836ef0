package dev.mstv.auth.application;

import dev.mstv.auth.ChangeOwnPassword;
import dev.mstv.auth.OwnPasswordChange;
import dev.mstv.auth.OwnPasswordChange.Changed;
import dev.mstv.auth.OwnPasswordChange.TooManyAttempts;
import dev.mstv.auth.OwnPasswordChange.WrongPassword;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUsers;
import dev.mstv.users.SetPassword;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Changes the caller's password. Whoever was signed in with the old one elsewhere is signed in no more. */
@Singleton
final class ChangeOwnPasswordHandler implements CommandHandler<ChangeOwnPassword, OwnPasswordChange> {

    private final PasswordTrial trial;
    private final Bus bus;
    private final Sessions sessions;
    private final Clock clock;

    ChangeOwnPasswordHandler(PasswordTrial trial, Bus bus, Sessions sessions, Clock clock) {
        this.trial = trial;
        this.bus = bus;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public OwnPasswordChange handle(ChangeOwnPassword command) {
        Caller.User caller = SessionMapping.user(CallContext.current().caller());
        List<UserView> user = bus.ask(new GetUsers(Set.of(caller.userId())));
        if (user.isEmpty()) {
            return new WrongPassword();
        }
        return switch (trial.of(user.getFirst().email(), command.currentPassword())) {
            case PasswordTrial.Result.Passed passed -> change(caller, command.newPassword());
            case PasswordTrial.Result.Failed() -> new WrongPassword();
            case PasswordTrial.Result.Refused(var retryAfter) -> new TooManyAttempts(retryAfter);
        };
    }

    private OwnPasswordChange change(Caller.User caller, String newPassword) {
        bus.send(new SetPassword(caller.userId(), newPassword));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Session session : sessions.living(caller.userId(), now)) {
            if (!session.id().equals(caller.session())) {
                sessions.save(session.ended(now));
            }
        }
        return new Changed();
    }
}
