package dev.mstv.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.audit.Verification.BrokenEvent;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what has happened is found out, and told where. */
class VerifyingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String DATABASE = RunningProcess.newDatabase();

    private static ApplicationContext process;
    private static UUID user;
    private static long events;

    @BeforeAll
    static void storeAStreamOfThree() {
        process = RunningProcess.start(Map.of("DATABASE_URL", DATABASE));
        user = as(bus -> bus.send(new CreateUser("ada@example.com", "correct horse battery", "Ada", "user")))
                        instanceof UserCreation.Created(var created)
                ? created.value().id()
                : new UUID(0, 0);
        rename("Grace");
        rename("Barbara");
        // What has happened leads to further events, such as those of mails, until nothing waits any more.
        assertThat(Polling.until(LIMIT, () -> in("_event WHERE published_at IS NULL") + in("_parked") == 0))
                .isTrue();
        events = in("_event");
        assertThat(number("SELECT count(*) FROM audit_entry")).isEqualTo(events);
        users().run(handle -> handle.execute("CREATE TABLE users_backup AS TABLE users_event"));
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @AfterEach
    void restore() {
        users().run(handle -> {
            handle.execute("DELETE FROM users_event");
            handle.execute("INSERT INTO users_event OVERRIDING SYSTEM VALUE SELECT * FROM users_backup");
        });
    }

    private static <T> T as(Function<Bus, T> work) {
        return CallContext.ofProcess().call(() -> work.apply(process.getBean(Bus.class)));
    }

    private static void rename(String name) {
        Object unused = as(bus -> bus.send(new UpdateUser(user, null, name, false, null, null)));
    }

    private static Database users() {
        return process.getBean(Databases.class).of("users");
    }

    private static long number(String sql) {
        return users().call(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static long in(String tables) {
        return Stream.of("users", "auth", "notifications", "audit")
                .mapToLong(module -> number("SELECT count(*) FROM " + module + tables))
                .sum();
    }

    private static Verification verify() {
        return as(bus -> bus.ask(new VerifyChains()));
    }

    private static void tamper(String sql) {
        users().run(handle -> handle.createUpdate(sql).bind("user", user).execute());
    }

    private static BrokenEvent broken(long version, String fault) {
        UUID event = users().call(handle -> handle.createQuery(
                        "SELECT event_id FROM users_backup WHERE stream = :user AND version = :version")
                .bind("user", user)
                .bind("version", version)
                .mapTo(UUID.class)
                .one());
        return new BrokenEvent("users", user, version, event, fault);
    }

    @Test
    void everythingIsAsItWas() {
        assertThat(verify()).isEqualTo(new Verification(true, events, null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{}'",
                "metadata = '{}'",
                "type = 'user.renamed'",
                "occurred_at = occurred_at + interval '1 ms'",
                "previous_hash = repeat('0', 64)",
                "hash = repeat('0', 64)"
            })
    void namesAnEventThatWasAltered(String change) {
        tamper("UPDATE users_event SET " + change + " WHERE stream = :user AND version = 2");
        assertThat(verify().firstBroken()).isEqualTo(broken(2, "altered"));
    }

    @ParameterizedTest
    @CsvSource({
        "version = 1, 2, beginning_missing",
        "version = 2, 3, predecessor_missing",
        "version = 3, 3, removed",
        "version > 1, 2, removed",
        "version > 0, 1, removed"
    })
    void namesWhereEventsAreMissing(String gone, long version, String fault) {
        tamper("DELETE FROM users_event WHERE stream = :user AND " + gone);
        assertThat(verify().firstBroken()).isEqualTo(broken(version, fault));
    }

    @Test
    void whatIsBrokenIsNotValid() {
        tamper("DELETE FROM users_event WHERE stream = :user AND version = 3");
        assertThat(verify().valid()).isFalse();
    }

    @Test
    void aProcessSaysWhichModulesItCannotLookAt() {
        try (ApplicationContext audit = RunningProcess.start(Map.of("DATABASE_URL", DATABASE, "MODULES", "audit"))) {
            Verification verification =
                    CallContext.ofProcess().call(() -> audit.getBean(Bus.class).ask(new VerifyChains()));
            assertThat(verification.unchecked()).contains("auth", "users");
            assertThat(verification.valid()).isFalse();
        }
    }
}
