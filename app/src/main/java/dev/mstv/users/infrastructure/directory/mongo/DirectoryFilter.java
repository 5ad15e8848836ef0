package dev.mstv.users.infrastructure.directory.mongo;

import com.mongodb.client.model.Filters;
import dev.mstv.platform.mongo.MongoNarrowing;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.conversions.Bson;

/** What a reader wants of the directory, and may see of it, as a filter of MongoDB. */
final class DirectoryFilter {

    private static final Map<String, String> FIELDS =
            Map.of("id", EntryDocument.ID, "email", EntryDocument.EMAIL, "role", EntryDocument.ROLE);

    private DirectoryFilter() {}

    static Bson of(GetAllUsers wanted, Condition visible) {
        List<Bson> all =
                new ArrayList<>(List.of(Filters.exists(EntryDocument.EMAIL), MongoNarrowing.of(visible, FIELDS)));
        if (wanted.after() != null) {
            all.add(Filters.gt(EntryDocument.ID, wanted.after().toString()));
        }
        if (wanted.email() != null) {
            all.add(Filters.eq(EntryDocument.EMAIL_KEY, wanted.email().toLowerCase(Locale.ROOT)));
        }
        if (wanted.q() != null) {
            all.add(Filters.regex(EntryDocument.SEARCH, literal(wanted.q().toLowerCase(Locale.ROOT))));
        }
        return Filters.and(all);
    }

    /** A regular expression for the very text: what may mean something in one is ASCII punctuation. */
    private static String literal(String text) {
        return text.replaceAll("\\p{Punct}", "\\\\$0");
    }
}
