package dev.mstv.users.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.events.StoredEvent;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Users in a real PostgreSQL. */
class SqlUsersTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$old");

    private final Users users = PROCESS.getBean(Users.class);
    private final UUID id = UUID.randomUUID();
    private final Email email = new Email("Ada-" + id + "@example.com");
    private final User ada = User.registered(id, email, null, Role.USER, HASH, NOW);

    private static <T> T inTransaction(Supplier<T> work) {
        return CallContext.ofProcess()
                .call(() -> PROCESS.getBean(Transactions.class).inTransaction("users", work));
    }

    private boolean add(User user) {
        return inTransaction(() -> users.add(user));
    }

    private boolean save(User user) {
        return inTransaction(() -> users.save(user));
    }

    private User stored() {
        return users.find(id).orElseThrow();
    }

    @Test
    void givesBackWhatItWasGiven() {
        assertThat(add(ada)).isTrue();
        assertThat(stored()).isEqualTo(new User(id, email, null, Role.USER, HASH, false, NOW, NOW, 1, List.of()));
    }

    @Test
    void findsAUserByTheAddressInAnyCase() {
        assertThat(add(ada)).isTrue();
        assertThat(users.findByEmail(new Email("ADA-" + id + "@EXAMPLE.COM"))).contains(stored());
    }

    @Test
    void doesNotAddAnAddressTwice() {
        assertThat(add(ada)).isTrue();
        Email same = new Email("ADA-" + id + "@example.com");
        assertThat(add(User.registered(UUID.randomUUID(), same, null, Role.USER, HASH, NOW)))
                .isFalse();
    }

    @Test
    void doesNotSaveAnAddressThatIsTaken() {
        Email taken = new Email("Eve-" + id + "@example.com");
        assertThat(add(ada)).isTrue();
        assertThat(add(User.registered(UUID.randomUUID(), taken, null, Role.USER, HASH, NOW)))
                .isTrue();
        assertThat(save(stored().with(taken, null, Role.USER, NOW))).isFalse();
    }

    @Test
    void leavesAUserWhoseNewAddressIsTakenAsTheyWere() {
        Email taken = new Email("Eve-" + id + "@example.com");
        assertThat(add(ada)).isTrue();
        assertThat(add(User.registered(UUID.randomUUID(), taken, null, Role.USER, HASH, NOW)))
                .isTrue();
        User before = stored();
        assertThat(save(before.with(taken, null, Role.USER, NOW))).isFalse();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void doesNotSaveOverAChangeThatItHasNotSeen() {
        assertThat(add(ada)).isTrue();
        User seen = stored();
        assertThat(save(seen.with(email, null, Role.ADMIN, NOW))).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> save(seen.with(email, new DisplayName("Ada"), Role.USER, NOW)))
                .withMessage("concurrent_change");
    }

    @Test
    void storesWhatHappenedBesideTheUser() {
        assertThat(add(ada)).isTrue();
        assertThat(save(stored().with(email, null, Role.ADMIN, NOW))).isTrue();
        assertThat(PROCESS.getBean(EventStores.class).of("users").stream(id))
                .extracting(StoredEvent::type)
                .containsExactly("user.registered", "user.updated");
    }

    @Test
    void doesNotReplaceAHashThatIsNotTheOneItKnows() {
        assertThat(add(ada)).isTrue();
        User known = stored();
        users.rehash(known, new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$new"));
        users.rehash(known, new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$newer"));
        assertThat(stored().password()).isEqualTo(new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$new"));
    }
}
