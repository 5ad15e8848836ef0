package dev.mstv.auth.application;

import dev.mstv.auth.EndSession;
import dev.mstv.auth.SessionEnd;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;

/** Ends a session; one that the caller may not end is, to them, not there. */
@Singleton
final class EndSessionHandler implements CommandHandler<EndSession, SessionEnd> {

    private final SignOut signOut;
    private final Gate gate;

    EndSessionHandler(SignOut signOut, Gate gate) {
        this.signOut = signOut;
        this.gate = gate;
    }

    @Override
    public SessionEnd handle(EndSession command) {
        Ability ability = gate.ability(CallContext.current().caller());
        return signOut.end(command.id(), session -> ability.can("delete", SessionMapping.subject(session)));
    }
}
