package dev.mstv.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.orders.domain.Buyers;
import dev.mstv.orders.domain.Standing;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.events.Deliveries;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.users.CreateUser;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Orders have their own copy of who may order, and ask where it has not arrived. */
class AdmissionTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final Buyers buyers = PROCESS.getBean(Buyers.class);
    private final Bus bus = PROCESS.getBean(Bus.class);

    private static <T> T process(Supplier<T> work) {
        return CallContext.ofProcess().call(work);
    }

    private static boolean admits(UUID user) {
        return process(() -> PROCESS.getBean(Transactions.class)
                .inTransaction("orders", () -> PROCESS.getBean(Admission.class).admits(user)));
    }

    private UUID newUser() {
        CreateUser command =
                new CreateUser("ada-" + UUID.randomUUID() + "@example.com", "correct horse battery", null, "user");
        UUID user = ((UserCreation.Created) process(() -> bus.send(command)))
                .user()
                .value()
                .id();
        assertThat(Polling.until(LIMIT, () -> buyers.standing(user) == Standing.KNOWN))
                .isTrue();
        return user;
    }

    private void delete(UUID user) {
        Object unused = process(() -> bus.send(new DeleteUser(user, null)));
        assertThat(Polling.until(LIMIT, () -> buyers.standing(user) == Standing.ERASED))
                .isTrue();
    }

    private static UUID withoutCopy(UUID user) {
        PROCESS.getBean(Databases.class).of("orders").run(handle -> handle.createUpdate(
                        "DELETE FROM orders_buyer WHERE user_id = :user")
                .bind("user", user)
                .execute());
        return user;
    }

    private static void tell(String type, UUID user) {
        Envelope event = new Envelope(
                UUID.randomUUID(),
                type,
                1,
                "users",
                user,
                1,
                1,
                Instant.EPOCH,
                "system",
                "request-1",
                null,
                null,
                user,
                "{\"userId\":\"" + user + "\"}");
        PROCESS.getBean(Deliveries.class).deliver("orders", List.of(event));
    }

    @Test
    void whoHasAnAccountMayOrder() {
        assertThat(admits(newUser())).isTrue();
    }

    @Test
    void whoseCopyHasNotArrivedMayOrderAllTheSame() {
        assertThat(admits(withoutCopy(newUser()))).isTrue();
    }

    @Test
    void whoWasAskedForIsKnownFromThenOn() {
        UUID user = withoutCopy(newUser());
        assertThat(admits(user)).isTrue();
        assertThat(buyers.standing(user)).isEqualTo(Standing.KNOWN);
    }

    @Test
    void whoHasNoAccountMayNot() {
        assertThat(admits(UUID.randomUUID())).isFalse();
    }

    @Test
    void whoHasNoAccountIsNotKept() {
        UUID stranger = UUID.randomUUID();
        assertThat(admits(stranger)).isFalse();
        assertThat(buyers.standing(stranger)).isEqualTo(Standing.UNHEARD_OF);
    }

    @Test
    void whoIsErasedMayNot() {
        UUID user = newUser();
        delete(user);
        assertThat(admits(user)).isFalse();
    }

    @Test
    void whoIsErasedDoesNotComeBackWithLateNews() {
        UUID user = UUID.randomUUID();
        tell("user.deleted", user);
        tell("user.registered", user);
        assertThat(buyers.standing(user)).isEqualTo(Standing.ERASED);
    }

    @Test
    void theNewsMayComeTwice() {
        UUID user = UUID.randomUUID();
        tell("user.registered", user);
        tell("user.registered", user);
        assertThat(buyers.standing(user)).isEqualTo(Standing.KNOWN);
    }
}
