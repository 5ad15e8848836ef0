package dev.mstv.users.infrastructure.directory.mongo;

import dev.mstv.users.infrastructure.directory.Entry;
import dev.mstv.users.infrastructure.directory.Entry.Gone;
import dev.mstv.users.infrastructure.directory.Entry.Listed;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a document. Its id is a text: such are compared by policies, and ordered as PostgreSQL orders UUIDs. Of who is
 * gone there are the id and the version.
 */
final class EntryDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String EMAIL = "email";
    static final String EMAIL_KEY = "emailKey";
    static final String ROLE = "role";
    static final String SEARCH = "search";

    private static final String NAME = "name";
    private static final String EMAIL_VERIFIED = "emailVerified";
    private static final String CREATED_AT = "createdAt";
    private static final String UPDATED_AT = "updatedAt";

    private EntryDocument() {}

    static Document of(Entry entry) {
        Document document = new Document(ID, entry.id().toString()).append(VERSION, entry.version());
        return switch (entry) {
            case Gone _ -> document;
            case Listed listed -> with(document, listed.person());
        };
    }

    static Entry entry(Document document) {
        UUID id = id(document);
        long version = version(document);
        return document.containsKey(EMAIL) ? new Listed(id, version, person(document)) : new Gone(id, version);
    }

    static UUID id(Document document) {
        return UUID.fromString(document.getString(ID));
    }

    static long version(Document document) {
        return document.get(VERSION, Number.class).longValue();
    }

    static Person person(Document document) {
        return new Person(
                document.getString(EMAIL),
                name(document),
                document.getString(ROLE),
                document.getBoolean(EMAIL_VERIFIED),
                time(document, CREATED_AT),
                time(document, UPDATED_AT));
    }

    private static @Nullable String name(Document document) {
        return document.getString(NAME);
    }

    private static Instant time(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Document with(Document document, Person person) {
        if (person.name() != null) {
            document.append(NAME, person.name());
        }
        return document.append(EMAIL, person.email())
                .append(EMAIL_KEY, person.emailKey())
                .append(ROLE, person.role())
                .append(EMAIL_VERIFIED, person.emailVerified())
                .append(CREATED_AT, Date.from(person.createdAt()))
                .append(UPDATED_AT, Date.from(person.updatedAt()))
                .append(SEARCH, person.search());
    }
}
