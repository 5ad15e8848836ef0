package dev.mstv.users.application;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Subject;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.User;
import java.util.UUID;

/** A user as others see them, and as policies do. */
final class UserMapping {

    static final String SUBJECT = "User";

    private UserMapping() {}

    static UserView view(User user) {
        return new UserView(
                user.id(),
                user.email().value(),
                user.name() == null ? null : user.name().value(),
                user.role().label(),
                user.createdAt(),
                user.updatedAt(),
                user.emailVerified());
    }

    static Versioned<UserView> versioned(User user) {
        return new Versioned<>(view(user), user.version() + user.changes().size());
    }

    static Subject subject(User user) {
        return subject(user.id(), user.email().value(), user.role().label());
    }

    static Subject subject(UserView user) {
        return subject(user.id(), user.email(), user.role());
    }

    private static Subject subject(UUID id, String email, String role) {
        return new Subject(SUBJECT, attribute -> switch (attribute) {
            case "id" -> id;
            case "email" -> email;
            case "role" -> role;
            default -> null;
        });
    }

    /** What can be said of a user who is not there: nobody learns who is by asking for those they may not see. */
    static Subject missing(UUID id) {
        return new Subject(SUBJECT, attribute -> attribute.equals("id") ? id : null);
    }
}
