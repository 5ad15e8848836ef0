package dev.mstv.auth.application;

import dev.mstv.auth.ChangeOwnPassword;
import dev.mstv.auth.EndOtherSessions;
import dev.mstv.auth.OwnPasswordChange;
import dev.mstv.auth.OwnPasswordChange.Changed;
import dev.mstv.auth.OwnPasswordChange.WrongPassword;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUsers;
import dev.mstv.users.SetPassword;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Changes the caller's password. Whoever was signed in with the old one elsewhere is signed in no more. */
@Singleton
final class ChangeOwnPasswordHandler implements CommandHandler<ChangeOwnPassword, OwnPasswordChange> {

    private final PasswordTrial trial;
    private final OneTimeTokens tokens;
    private final Bus bus;
    private final Clock clock;

    ChangeOwnPasswordHandler(PasswordTrial trial, OneTimeTokens tokens, Bus bus, Clock clock) {
        this.trial = trial;
        this.tokens = tokens;
        this.bus = bus;
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
        };
    }

    private OwnPasswordChange change(Caller.User caller, String newPassword) {
        // Before the change: if all ends between the two, somebody is signed out for nothing, and nobody stays for
        // nothing.
        bus.send(new EndOtherSessions(caller.userId(), caller.session()));
        bus.send(new SetPassword(caller.userId(), newPassword));
        // And after it: somebody may have come in by the old password meanwhile.
        bus.send(new EndOtherSessions(caller.userId(), caller.session()));
        tokens.revoke(caller.userId(), Purpose.PASSWORD_RESET, clock.instant());
        return new Changed();
    }
}
