package dev.mstv.users.infrastructure.directory.mongo;

import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.events.projection.ReadModels;
import dev.mstv.platform.mongo.Mongo;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserPage;
import dev.mstv.users.UserView;
import dev.mstv.users.infrastructure.directory.DirectoryEvent;
import dev.mstv.users.infrastructure.directory.DirectoryProjection;
import dev.mstv.users.infrastructure.directory.Entry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * The directory in MongoDB. What it writes is in no transaction with the note that an event is done. If that is rolled back,
 * the event comes again, finds its version in the entry, and changes nothing; the note is only ever missing, never there
 * without the write, which comes before the commit and is confirmed by a majority.
 */
@Singleton
@Requires(property = Mongo.ON, value = "true")
final class MongoDirectory implements DirectoryProjection {

    private final Mongo mongo;
    private final ReadModels readModels;

    MongoDirectory(Mongo mongo, ReadModels readModels) {
        this.mongo = mongo;
        this.readModels = readModels;
    }

    @Override
    public Page<UserView> page(GetAllUsers query, Condition visible, ConsistencyToken seen) {
        List<UserView> users = collection(readModels.generation(this, seen))
                .users(DirectoryFilter.of(query, visible), 0, query.limit() + 1);
        return Page.of(users, query.limit(), UserView::id);
    }

    @Override
    public UserPage page(ListUsers query, Condition visible, ConsistencyToken seen) {
        DirectoryCollection collection = collection(readModels.generation(this, seen));
        Bson filter = DirectoryFilter.of(new GetAllUsers(null, null, query.limit(), null), visible);
        return new UserPage(collection.users(filter, query.offset(), query.limit()), collection.count(filter));
    }

    @Override
    public Subscription subscription() {
        return readModels.feeding(this);
    }

    @Override
    public void apply(long generation, List<Happened<DirectoryEvent>> events) {
        if (events.isEmpty()) {
            return;
        }
        Set<UUID> ids =
                events.stream().map(happened -> happened.envelope().stream()).collect(Collectors.toSet());
        DirectoryCollection collection = collection(generation);
        Map<UUID, Entry> known = collection.entries(ids);
        collection.store(known, Entry.changed(known, events).values());
    }

    @Override
    public Map<UUID, Long> versions(long generation, Set<UUID> streams) {
        return collection(generation).versions(streams);
    }

    @Override
    public void create(long generation) {
        collection(generation).create();
    }

    @Override
    public void complete(long generation) {
        // It had its indexes from the beginning: making them of many entries would take longer than anything else may.
    }

    @Override
    public boolean kept(long generation) {
        return collection(generation).exists();
    }

    @Override
    public void drop(long generation) {
        collection(generation).drop();
    }

    private DirectoryCollection collection(long generation) {
        return new DirectoryCollection(mongo, generation);
    }
}
