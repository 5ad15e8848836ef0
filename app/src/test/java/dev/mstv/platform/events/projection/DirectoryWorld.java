package dev.mstv.platform.events.projection;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import dev.mstv.users.application.Directory;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import io.micronaut.context.ApplicationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A process with users, and the directory of them. */
abstract class DirectoryWorld implements AutoCloseable {

    static final String NAME = "users.directory";
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$old");

    private final ApplicationContext process;

    DirectoryWorld(Map<String, String> environment) {
        this.process = RunningProcess.start(environment);
    }

    /** Someone as they are stored, or listed. */
    record Row(
            String id,
            String email,
            String emailKey,
            String name,
            String role,
            boolean emailVerified,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("email"),
                    row.getString("email_key"),
                    row.getString("name"),
                    row.getString("role"),
                    row.getBoolean("email_verified"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("updated_at").toInstant(),
                    row.getLong("version"));
        }
    }

    /** Everything that a generation holds, each row or document as a text. */
    abstract List<String> texts(long generation);

    /** Who is in a generation and not gone. */
    abstract Set<Row> listed(long generation);

    /** Whether there is a generation, whatever is in it. */
    abstract boolean exists(long generation);

    <T> T bean(Class<T> type) {
        return process.getBean(type);
    }

    Database database() {
        return bean(Databases.class).of("users");
    }

    Projection<?> projection() {
        return bean(Projections.class).named(NAME).orElseThrow();
    }

    Rebuild.Module module() {
        return bean(Projections.class).module(projection());
    }

    long live() {
        return module().table().live(NAME).orElseThrow();
    }

    <T> T inTransaction(Supplier<T> work) {
        return bean(Transactions.class).inTransaction("users", work);
    }

    /** Does it as a call of its own, and tells what it stored. */
    ConsistencyToken stored(Runnable work) {
        CallContext call = CallContext.ofProcess();
        boolean unused = call.call(() -> inTransaction(() -> {
            work.run();
            return true;
        }));
        return call.receipt().consistencyToken().orElse(ConsistencyToken.NONE);
    }

    static String email(UUID id) {
        return "U-" + id + "@example.com";
    }

    void add(UUID id) {
        Email email = new Email(email(id));
        if (!bean(Users.class).add(User.registered(id, email, new DisplayName("Ada"), Role.USER, HASH, NOW))) {
            throw new IllegalStateException("Taken: " + email);
        }
    }

    void rename(UUID id, String name) {
        User user = bean(Users.class).find(id).orElseThrow();
        User renamed = user.with(
                user.email(),
                new DisplayName(name),
                user.role(),
                user.updatedAt().plusSeconds(1));
        if (!bean(Users.class).save(renamed)) {
            throw new IllegalStateException("Taken: " + user.email());
        }
    }

    void remove(UUID id) {
        bean(Users.class).remove(bean(Users.class).find(id).orElseThrow(), null);
    }

    Page<UserView> page(ConsistencyToken seen) {
        return bean(Directory.class).page(new GetAllUsers(null, null, 100, null), Condition.always(), seen);
    }

    /** Waits until what was seen can be read, longer than a reader would on a busy machine. */
    void await(ConsistencyToken seen) {
        if (!Polling.until(LIMIT, () -> has(seen))) {
            throw new AssertionError("Never there: " + seen);
        }
    }

    private boolean has(ConsistencyToken seen) {
        try {
            return page(seen) != null;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Users who are in the directory in another way than they are stored. */
    Set<Row> differences(long generation) {
        Set<Row> stored = rows("SELECT * FROM users_user");
        Set<Row> differences = listed(generation);
        for (Row row : stored) {
            if (!differences.remove(row)) {
                differences.add(row);
            }
        }
        return differences;
    }

    /** A set of its own, that may be changed. */
    Set<Row> rows(String sql) {
        return new HashSet<>(database().call(handle -> handle.createQuery(sql)
                .map((row, context) -> Row.of(row))
                .list()));
    }

    /** Waits until the directory has everything that was stored; false if it never does. */
    boolean caughtUp() {
        return Polling.until(LIMIT, () -> differences(live()).isEmpty());
    }

    RebuildRequest begin() {
        return CallContext.ofProcess().call(() -> bean(Rebuilds.class).begin(NAME));
    }

    /** Has it made anew and waits for it; false if it is not made in time. */
    boolean rebuilt() {
        long before = live();
        return begin() instanceof RebuildRequest.Begun && Polling.until(LIMIT, () -> live() > before);
    }

    @Override
    public void close() {
        process.close();
    }
}
