package dev.mstv.auth.application;

import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;

/** Ends the session that asks for it. */
@Singleton
final class LogoutHandler implements CommandHandler<Logout, SessionEnd> {

    private final SignOut signOut;

    LogoutHandler(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    public SessionEnd handle(Logout command) {
        return signOut.end(SessionMapping.user(CallContext.current().caller()).session(), any -> true);
    }
}
