package dev.mstv.users.infrastructure.directory.sql;

import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.events.projection.ReadModels;
import dev.mstv.platform.mongo.Mongo;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The directory in the database of the module. */
@Singleton
@Requires(property = Mongo.ON, notEquals = "true")
final class SqlDirectory implements DirectoryProjection {

    private final Database database;
    private final ReadModels readModels;

    SqlDirectory(Databases databases, ReadModels readModels) {
        this.database = databases.of("users");
        this.readModels = readModels;
    }

    @Override
    public Page<UserView> page(GetAllUsers query, Condition visible, ConsistencyToken seen) {
        String table = table(readModels.generation(this, seen)).name();
        DirectoryQuery wanted = DirectoryQuery.of(query, visible);
        List<UserView> rows = database.call(handle ->
                wanted.of(handle, table).map((row, context) -> view(row)).list());
        return Page.of(rows, query.limit(), UserView::id);
    }

    @Override
    public UserPage page(ListUsers query, Condition visible, ConsistencyToken seen) {
        String table = table(readModels.generation(this, seen)).name();
        DirectoryQuery wanted = DirectoryQuery.of(new GetAllUsers(null, null, query.limit(), null), visible);
        List<UserView> users = database.call(handle -> wanted.page(handle, table, query.offset())
                .map((row, context) -> view(row))
                .list());
        long total = database.call(
                handle -> wanted.count(handle, table).mapTo(Long.class).one());
        return new UserPage(users, total);
    }

    @Override
    public Subscription subscription() {
        return readModels.feeding(this);
    }

    @Override
    public void apply(long generation, List<Happened<DirectoryEvent>> events) {
        Set<UUID> ids =
                events.stream().map(happened -> happened.envelope().stream()).collect(Collectors.toSet());
        DirectoryTable table = table(generation);
        table.store(Entry.changed(table.entries(ids), events).values());
    }

    @Override
    public Map<UUID, Long> versions(long generation, Set<UUID> streams) {
        return table(generation).versions(streams);
    }

    @Override
    public void create(long generation) {
        table(generation).create();
    }

    @Override
    public void complete(long generation) {
        table(generation).complete();
    }

    @Override
    public void drop(long generation) {
        table(generation).drop();
    }

    private DirectoryTable table(long generation) {
        return new DirectoryTable(database, generation);
    }

    private static UserView view(ResultSet row) throws SQLException {
        return DirectoryTable.person(row).view(row.getObject("id", UUID.class));
    }
}
