package dev.mstv.auth.application;

import dev.mstv.auth.ListSessions;
import dev.mstv.auth.SessionView;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Lists the caller's own sessions. */
@Singleton
final class ListSessionsHandler implements QueryHandler<ListSessions, Page<SessionView>> {

    private final Sessions sessions;
    private final Clock clock;

    ListSessionsHandler(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Page<SessionView> handle(ListSessions query) {
        Caller.User user = SessionMapping.user(CallContext.current().caller());
        List<SessionView> oneMore =
                sessions.living(user.userId(), clock.instant(), query.limit() + 1, query.after()).stream()
                        .map(session -> SessionMapping.view(session, user.session()))
                        .toList();
        return Page.of(oneMore, query.limit(), SessionView::id);
    }
}
