package dev.mstv.auth.application;

import dev.mstv.auth.ChangeOwnPassword;
import dev.mstv.auth.EndOtherSessions;
import dev.mstv.auth.OwnPasswordChange;
import dev.mstv.auth.OwnPasswordChange.Changed;
import dev.mstv.auth.OwnPasswordChange.WrongPassword;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUsers;
import dev.mstv.users.SetPassword;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Changes the caller's password. Whoever was signed in with the old one elsewhere is signed in no more. */
@Singleton
final class ChangeOwnPasswordHandler implements CommandHandler<ChangeOwnPassword, OwnPasswordChange> {

    private final PasswordTrial trial;
    private final Bus bus;

    ChangeOwnPasswordHandler(PasswordTrial trial, Bus bus) {
        this.trial = trial;
        this.bus = bus;
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
        return new Changed();
    }
}
