package dev.mstv.users.infrastructure.directory;

import dev.mstv.users.domain.Email;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Many entries as arrays, so that one statement stores all of them. */
record Columns(List<Entry> entries) {

    /** What is looked through for a part of a text; no filter holds the character between the two. */
    static String search(String email, @Nullable String name) {
        return (name == null ? email : email + '\n' + name).toLowerCase(Locale.ROOT);
    }

    Update bound(Update update) {
        return update.bindArray(
                        "ids", UUID.class, entries.stream().map(Entry::id).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        entries.stream().map(Entry::version).toList())
                .bindArray("emails", String.class, column(Person::email))
                .bindArray("emailKeys", String.class, column(person -> new Email(person.email()).key()))
                .bindArray("names", String.class, column(Person::name))
                .bindArray("roles", String.class, column(Person::role))
                .bindArray("verified", Boolean.class, column(Person::emailVerified))
                .bindArray("created", Long.class, column(person -> person.createdAt()
                        .toEpochMilli()))
                .bindArray("updated", Long.class, column(person -> person.updatedAt()
                        .toEpochMilli()))
                .bindArray("search", String.class, column(person -> search(person.email(), person.name())));
    }

    // What a person who is gone has everywhere is nothing, which lists of the JDK's factories refuse.
    private <T> List<@Nullable T> column(Part<T> part) {
        List<@Nullable T> column = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            column.add(entry.person() == null ? null : part.of(entry.person()));
        }
        return column;
    }

    private interface Part<T> {
        @Nullable
        T of(Person person);
    }
}
