package dev.mstv.users.infrastructure.directory.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.mstv.platform.events.projection.ReadModels;
import dev.mstv.platform.mongo.Mongo;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.users.UserView;
import dev.mstv.users.infrastructure.directory.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One generation of the directory, in {@code users_directory_<generation>}. A document that is no entry marks it as made: the
 * server makes a collection whenever something is written, and one without the mark is not to be believed.
 */
final class DirectoryCollection {

    private static final String MARK = "generation";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Mongo mongo;
    private final String name;

    DirectoryCollection(Mongo mongo, long generation) {
        this.mongo = mongo;
        this.name = "users_directory_" + generation;
    }

    /** Makes it anew; of what was there, by a crash or in a life before, nothing stays. */
    void create() {
        run(collection -> {
            collection.drop();
            // An address is not unique here: who has taken one over may arrive before who has given it away.
            collection.createIndexes(List.of(
                    new IndexModel(Indexes.ascending(EntryDocument.EMAIL_KEY)),
                    new IndexModel(Indexes.ascending(EntryDocument.SEARCH))));
            collection.insertOne(new Document(EntryDocument.ID, MARK));
        });
    }

    boolean exists() {
        return call(collection ->
                collection.find(Filters.eq(EntryDocument.ID, MARK)).first() != null);
    }

    void drop() {
        run(MongoCollection::drop);
    }

    Map<UUID, Long> versions(Collection<UUID> ids) {
        Map<UUID, Long> versions = new HashMap<>();
        run(collection -> collection
                .find(Filters.in(EntryDocument.ID, texts(ids)))
                .projection(Projections.include(EntryDocument.VERSION))
                .forEach(found -> versions.put(EntryDocument.id(found), EntryDocument.version(found))));
        return versions;
    }

    /**
     * The entries of those ids that are known.
     *
     * @throws dev.mstv.platform.problem.Refusal if the server does not have this generation any more
     */
    Map<UUID, Entry> entries(Collection<UUID> ids) {
        List<String> wanted = texts(ids);
        wanted.add(MARK);
        Map<String, Document> found = new HashMap<>();
        run(collection -> collection
                .find(Filters.in(EntryDocument.ID, wanted))
                .forEach(document -> found.put(document.getString(EntryDocument.ID), document)));
        if (found.remove(MARK) == null) {
            throw ReadModels.behind();
        }
        Map<UUID, Entry> entries = new HashMap<>();
        found.values().forEach(document -> entries.put(EntryDocument.id(document), EntryDocument.entry(document)));
        return entries;
    }

    /**
     * Stores entries, each in the place of the one that was known; in no order, for no two of them are of one id. When it
     * returns, they and what was known are confirmed by a majority.
     *
     * @throws StaleVersionException if another one is there by now; some may be stored all the same
     */
    void store(Map<UUID, Entry> known, Collection<Entry> changed) {
        if (changed.isEmpty()) {
            // What was known may have been stored by an attempt that nobody confirmed; who confirms this confirms that.
            run(collection -> collection.updateOne(Filters.eq(EntryDocument.ID, MARK), Updates.set("confirmed", true)));
            return;
        }
        List<WriteModel<Document>> writes = changed.stream()
                .map(entry -> write(known.get(entry.id()), entry))
                .toList();
        long replaced =
                changed.stream().filter(entry -> known.containsKey(entry.id())).count();
        try {
            BulkWriteResult result = call(collection -> collection.bulkWrite(writes, UNORDERED));
            if (result.getMatchedCount() < replaced) {
                throw new StaleVersionException();
            }
        } catch (MongoBulkWriteException e) {
            throw onlyDuplicates(e) ? new StaleVersionException() : e;
        }
    }

    /** How many users meet a filter. */
    long count(Bson filter) {
        return call(collection -> collection.countDocuments(filter));
    }

    /** The users that meet a filter, in the order of their ids, after the first {@code skipped} of them. */
    List<UserView> users(Bson filter, int skipped, int limit) {
        return call(collection -> collection
                .find(filter)
                .sort(Sorts.ascending(EntryDocument.ID))
                .skip(skipped)
                .limit(limit)
                .map(document -> EntryDocument.person(document).view(EntryDocument.id(document)))
                .into(new ArrayList<>()));
    }

    private static WriteModel<Document> write(@Nullable Entry before, Entry after) {
        Document document = EntryDocument.of(after);
        return before == null
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq(EntryDocument.ID, after.id().toString()),
                                Filters.eq(EntryDocument.VERSION, before.version())),
                        document);
    }

    private static boolean onlyDuplicates(MongoBulkWriteException failure) {
        return failure.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static List<String> texts(Collection<UUID> ids) {
        List<String> texts = new ArrayList<>(ids.size() + 1);
        ids.forEach(id -> texts.add(id.toString()));
        return texts;
    }

    private <T> T call(Function<MongoCollection<Document>, T> work) {
        return mongo.call(database -> work.apply(database.getCollection(name)));
    }

    private void run(Consumer<MongoCollection<Document>> work) {
        mongo.run(database -> work.accept(database.getCollection(name)));
    }
}
