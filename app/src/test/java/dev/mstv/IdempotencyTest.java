package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Register;
import dev.mstv.auth.Registration;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same idempotency key again, in the monolith on a real database. */
class IdempotencyTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final String key = UUID.randomUUID().toString();
    private final String email = "ada-" + key + "@example.com";
    private final Sender system = new Sender(PROCESS, Caller.SYSTEM);
    private final Sender anyone = new Sender(PROCESS, new Caller.Anonymous(null));

    private CreateUser user(String name) {
        return new CreateUser(email, "correct horse battery", name, "user");
    }

    private Register registration() {
        return new Register(email, "correct horse battery", null);
    }

    @Test
    void givesTheFirstOutcomeAgain() {
        UserCreation first = system.with(key).send(user("Ada"));
        assertThat(system.with(key).send(user("Ada"))).isEqualTo(first);
    }

    @Test
    void tellsThatItIsAReplay() {
        UserCreation first = system.with(key).send(user("Ada"));
        Sender again = system.with(key);
        assertThat(again.send(user("Ada"))).isEqualTo(first);
        assertThat(again.receipt().replayed()).isTrue();
    }

    @Test
    void tellsNoReplayWhereThereIsNone() {
        Sender first = system.with(key);
        assertThat(first.send(user("Ada"))).isInstanceOf(UserCreation.Created.class);
        assertThat(first.receipt().replayed()).isFalse();
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        assertThat(system.with(key).send(user("Ada"))).isInstanceOf(UserCreation.Created.class);
        assertThat(system.with(key).refused(user("Eve")).code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        assertThat(system.with(key).send(user("Ada"))).isInstanceOf(UserCreation.Created.class);
        assertThat(anyone.with(key).send(registration())).isInstanceOf(Registration.EmailTaken.class);
    }

    @Test
    void givesTheKeyBackWhenACommandIsRefused() {
        assertThat(anyone.with(key).refused(user("Ada")).code()).isEqualTo("unauthenticated");
        assertThat(anyone.with(key).send(registration())).isInstanceOf(Registration.Registered.class);
    }

    @Test
    void keepsNoPersonalDataInPlainText() {
        assertThat(system.with(key).send(user("Ada"))).isInstanceOf(UserCreation.Created.class);
        assertThat(PROCESS.getBean(Databases.class).of("users").<Integer>call(handle -> handle.select(
                                "SELECT count(*) FROM users_idempotency WHERE outcome LIKE ?", "%" + email + "%")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    /** As if the process had died after the account was made and before its user was signed in. */
    @Test
    void goesOnWhereTheFirstRequestWasCutOff() {
        assertThat(anyone.with(key).send(registration())).isInstanceOf(Registration.Registered.class);
        PROCESS.getBean(Databases.class).of("auth").run(handle -> handle.execute("TRUNCATE auth_idempotency"));
        assertThat(anyone.with(key).send(registration())).isInstanceOf(Registration.Registered.class);
    }
}
