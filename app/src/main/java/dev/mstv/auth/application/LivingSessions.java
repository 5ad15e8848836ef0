package dev.mstv.auth.application;

import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.SessionCheck;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Looks where sessions and users are kept, each time: what has ended anywhere has ended here. */
@Singleton
final class LivingSessions implements SessionCheck {

    private final Sessions sessions;
    private final Bus bus;
    private final Clock clock;

    LivingSessions(Sessions sessions, Bus bus, Clock clock) {
        this.sessions = sessions;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public Optional<String> currentRole(Caller.User caller) {
        boolean lives = sessions.look(caller.session())
                .filter(session -> session.lives(clock.instant()))
                .isPresent();
        return lives
                ? bus.ask(new GetUsers(Set.of(caller.userId()))).stream()
                        .map(UserView::role)
                        .findFirst()
                : Optional.empty();
    }
}
