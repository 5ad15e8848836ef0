package dev.mstv.users.infrastructure.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a user, as the directory reads it. What is personal is missing once the person is erased. */
public sealed interface DirectoryEvent {

    Map<String, Class<? extends DirectoryEvent>> TYPES = Map.of(
            "user.registered", Registered.class,
            "user.updated", Updated.class,
            "user.email_verified", EmailVerified.class,
            "user.password_changed", PasswordChanged.class,
            "user.deleted", Deleted.class);

    record Registered(@Nullable String email, @Nullable String name, String role) implements DirectoryEvent {}

    record Updated(Changes changes) implements DirectoryEvent {}

    /** The new values; null where nothing changed. A name that was taken away is empty. */
    record Changes(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role) {}

    record EmailVerified() implements DirectoryEvent {}

    record PasswordChanged() implements DirectoryEvent {}

    record Deleted() implements DirectoryEvent {}
}
