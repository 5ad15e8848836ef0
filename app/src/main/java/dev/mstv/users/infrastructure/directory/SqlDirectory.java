package dev.mstv.users.infrastructure.directory;

import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.events.projection.Projection;
import dev.mstv.platform.events.projection.ReadModels;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import dev.mstv.users.application.Directory;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The directory in the database of the module. */
@Singleton
final class SqlDirectory implements Directory, Projection<DirectoryEvent> {

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
    public String name() {
        return "users.directory";
    }

    @Override
    public Map<String, Class<? extends DirectoryEvent>> reads() {
        return DirectoryEvent.TYPES;
    }

    @Override
    public Subscription subscription() {
        return readModels.feeding(this);
    }

    @Override
    public void apply(long generation, List<Happened<DirectoryEvent>> events) {
        Set<UUID> ids =
                events.stream().map(happened -> happened.envelope().stream()).collect(Collectors.toSet());
        Map<UUID, Entry> entries = new HashMap<>(table(generation).entries(ids));
        Set<UUID> changed = new HashSet<>();
        for (Happened<DirectoryEvent> happened : events) {
            UUID id = happened.envelope().stream();
            Entry before = entries.get(id);
            Entry.after(before, happened).filter(after -> !after.equals(before)).ifPresent(after -> {
                entries.put(id, after);
                changed.add(id);
            });
        }
        entries.keySet().retainAll(changed);
        table(generation).store(entries.values());
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
        Person person = DirectoryTable.person(row);
        return new UserView(
                row.getObject("id", UUID.class),
                person.email(),
                person.name(),
                person.role(),
                person.createdAt(),
                person.updatedAt(),
                person.emailVerified());
    }
}
