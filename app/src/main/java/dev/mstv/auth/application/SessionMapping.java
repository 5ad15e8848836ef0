package dev.mstv.auth.application;

import dev.mstv.auth.SessionView;
import dev.mstv.auth.domain.Session;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Subject;
import java.util.UUID;

/** A session as its user sees it, and as policies do. */
final class SessionMapping {

    private SessionMapping() {}

    static SessionView view(Session session, UUID current) {
        return new SessionView(
                session.id(),
                session.ipAddress(),
                session.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }

    static Subject subject(Session session) {
        return new Subject("Session", attribute -> switch (attribute) {
            case "id" -> session.id();
            case "userId" -> session.userId();
            default -> null;
        });
    }

    /** The caller as a user; the policies let no one else come here. */
    static Caller.User user(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user;
        }
        throw new IllegalStateException("Only users have sessions");
    }
}
