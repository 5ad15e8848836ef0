package dev.mstv.users.infrastructure.directory.sql;

import dev.mstv.users.infrastructure.directory.Entry;
import dev.mstv.users.infrastructure.directory.Entry.Listed;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Many entries as arrays, so that one statement stores all of them. */
record Columns(List<Entry> entries) {

    Update bound(Update update) {
        return update.bindArray(
                        "ids", UUID.class, entries.stream().map(Entry::id).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        entries.stream().map(Entry::version).toList())
                .bindArray("emails", String.class, column(Person::email))
                .bindArray("emailKeys", String.class, column(Person::emailKey))
                .bindArray("names", String.class, column(Person::name))
                .bindArray("roles", String.class, column(Person::role))
                .bindArray("verified", Boolean.class, column(Person::emailVerified))
                .bindArray("created", Long.class, column(person -> person.createdAt()
                        .toEpochMilli()))
                .bindArray("updated", Long.class, column(person -> person.updatedAt()
                        .toEpochMilli()))
                .bindArray("search", String.class, column(Person::search));
    }

    // What a person who is gone has everywhere is nothing, which lists of the JDK's factories refuse.
    private <T> List<@Nullable T> column(Part<T> part) {
        List<@Nullable T> column = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            column.add(entry instanceof Listed listed ? part.of(listed.person()) : null);
        }
        return column;
    }

    private interface Part<T> {
        @Nullable
        T of(Person person);
    }
}
