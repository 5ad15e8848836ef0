package dev.mstv.users.infrastructure.directory;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.users.domain.Email;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Changes;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Deleted;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.EmailVerified;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.PasswordChanged;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Registered;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Updated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user in the directory.
 *
 * @param version of the last event that was applied
 * @param person null once they are gone: then only the version is left, so that what happened before does not bring
 *     them back
 */
record Entry(UUID id, long version, @Nullable Person person) {

    record Person(
            String email,
            @Nullable String name,
            String role,
            boolean emailVerified,
            Instant createdAt,
            Instant updatedAt) {

        Person at(Instant time) {
            return new Person(email, name, role, emailVerified, createdAt, time);
        }

        Person verified() {
            return new Person(email, name, role, true, createdAt, updatedAt);
        }

        Person with(Changes changes) {
            String newEmail = changes.email() == null ? email : changes.email();
            String newName = changes.name() == null ? name : changes.name();
            boolean sameAddress = new Email(newEmail).key().equals(new Email(email).key());
            return new Person(
                    newEmail,
                    newName == null || newName.isEmpty() ? null : newName,
                    changes.role() == null ? role : changes.role(),
                    emailVerified && sameAddress,
                    createdAt,
                    updatedAt);
        }
    }

    /** The user after an event; empty if they were not known and it is not their first. */
    static Optional<Entry> after(@Nullable Entry before, Happened<DirectoryEvent> happened) {
        Envelope about = happened.envelope();
        if (before != null && before.version() >= about.version()) {
            return Optional.of(before);
        }
        if (before == null && about.version() > 1) {
            return Optional.empty();
        }
        Person person = person(before == null ? null : before.person(), happened.event(), about.occurredAt());
        return Optional.of(new Entry(about.stream(), about.version(), person));
    }

    private static @Nullable Person person(@Nullable Person before, DirectoryEvent event, Instant time) {
        if (event instanceof Registered registered) {
            return registered.email() == null
                    ? null
                    : new Person(registered.email(), registered.name(), registered.role(), false, time, time);
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case Registered _ -> before;
            case Updated(var changes) -> before.with(changes).at(time);
            case EmailVerified() -> before.verified().at(time);
            case PasswordChanged() -> before.at(time);
            case Deleted() -> null;
        };
    }
}
