package dev.mstv.users.domain;

import dev.mstv.users.UserEmailVerified;
import dev.mstv.users.UserEvent;
import dev.mstv.users.UserPasswordChanged;
import dev.mstv.users.UserRegistered;
import dev.mstv.users.UserUpdated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user; immutable, a change gives another one.
 *
 * @param version how many events the stored user is made of; 0 if not stored yet
 * @param changes what happened since then
 */
public record User(
        UUID id,
        Email email,
        @Nullable DisplayName name,
        Role role,
        PasswordHash password,
        boolean emailVerified,
        Instant createdAt,
        Instant updatedAt,
        long version,
        List<UserEvent> changes) {

    public User {
        changes = List.copyOf(changes);
    }

    public static User registered(
            UUID id, Email email, @Nullable DisplayName name, Role role, PasswordHash password, Instant now) {
        UserEvent event = new UserRegistered(id, email.value(), name == null ? null : name.value(), role.label());
        return new User(id, email, name, role, password, false, now, now, 0, List.of(event));
    }

    /** With these values; itself if they are what it has already. A new address has yet to be verified. */
    public User with(Email newEmail, @Nullable DisplayName newName, Role newRole, Instant now) {
        boolean emailChanged = !newEmail.equals(email);
        boolean nameChanged = !Objects.equals(newName, name);
        boolean roleChanged = newRole != role;
        if (!emailChanged && !nameChanged && !roleChanged) {
            return this;
        }
        UserEvent event = new UserUpdated(
                id,
                new UserUpdated.Changes(
                        emailChanged ? newEmail.value() : null,
                        nameChanged ? (newName == null ? "" : newName.value()) : null,
                        roleChanged ? newRole.label() : null));
        boolean stillVerified = emailVerified && newEmail.key().equals(email.key());
        return new User(id, newEmail, newName, newRole, password, stillVerified, createdAt, now, version, plus(event));
    }

    public User withPassword(PasswordHash newPassword, Instant now) {
        UserEvent event = new UserPasswordChanged(id);
        return new User(id, email, name, role, newPassword, emailVerified, createdAt, now, version, plus(event));
    }

    /** Whose address is proved to be theirs; itself if it was already. */
    public User withVerifiedEmail(Instant now) {
        return emailVerified
                ? this
                : new User(
                        id,
                        email,
                        name,
                        role,
                        password,
                        true,
                        createdAt,
                        now,
                        version,
                        plus(new UserEmailVerified(id)));
    }

    private List<UserEvent> plus(UserEvent event) {
        List<UserEvent> all = new ArrayList<>(changes);
        all.add(event);
        return all;
    }
}
