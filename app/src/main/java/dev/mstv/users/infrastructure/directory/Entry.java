package dev.mstv.users.infrastructure.directory;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.Email;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Changes;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Deleted;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.EmailVerified;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.PasswordChanged;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Registered;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Updated;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user in the directory, as of the version of the last event that was applied. */
public sealed interface Entry {

    UUID id();

    long version();

    /** Somebody who is listed. */
    record Listed(UUID id, long version, Person person) implements Entry {}

    /** Somebody who is gone: only the version is left, so that what happened before does not bring them back. */
    record Gone(UUID id, long version) implements Entry {}

    /** What is listed of a user. */
    record Person(
            String email,
            @Nullable String name,
            String role,
            boolean emailVerified,
            Instant createdAt,
            Instant updatedAt) {

        public UserView view(UUID id) {
            return new UserView(id, email, name, role, createdAt, updatedAt, emailVerified);
        }

        /** The address as it is compared. */
        public String emailKey() {
            return new Email(email).key();
        }

        /** What is looked through for a part of a text; no filter holds the character between the two. */
        public String search() {
            return (name == null ? email : email + '\n' + name).toLowerCase(Locale.ROOT);
        }

        private Person at(Instant time) {
            return new Person(email, name, role, emailVerified, createdAt, time);
        }

        private Person verified() {
            return new Person(email, name, role, true, createdAt, updatedAt);
        }

        private Person with(Changes changes) {
            String newEmail = changes.email() == null ? email : changes.email();
            String newName = changes.name() == null ? name : changes.name();
            boolean sameAddress = new Email(newEmail).key().equals(emailKey());
            return new Person(
                    newEmail,
                    newName == null || newName.isEmpty() ? null : newName,
                    changes.role() == null ? role : changes.role(),
                    emailVerified && sameAddress,
                    createdAt,
                    updatedAt);
        }
    }

    /** What events make of the entries that are known: those that they change. */
    static Map<UUID, Entry> changed(Map<UUID, Entry> known, List<Happened<DirectoryEvent>> events) {
        Map<UUID, Entry> changed = new HashMap<>();
        for (Happened<DirectoryEvent> happened : events) {
            UUID id = happened.envelope().stream();
            Entry before = changed.containsKey(id) ? changed.get(id) : known.get(id);
            after(before, happened).filter(after -> !after.equals(before)).ifPresent(after -> changed.put(id, after));
        }
        return changed;
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
        Person known = before instanceof Listed listed ? listed.person() : null;
        Person person = person(known, happened.event(), about.occurredAt());
        return Optional.of(
                person == null
                        ? new Gone(about.stream(), about.version())
                        : new Listed(about.stream(), about.version(), person));
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
