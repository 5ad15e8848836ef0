package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.config.EventSettings;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Encryption;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an event that waits for another attempt when the person is erased of whom it tells. */
class ParkedPersonTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final String KNOWN = "test.lamp_lit";
    private static final String ADA = "{\"where\":\"hall\",\"owner\":\"Ada\"}";

    private final UUID person = UUID.randomUUID();
    private final List<Lit> taken = new ArrayList<>();
    private boolean away = true;

    // A name of its own for each test: what was done is noted by it.
    private final Subscription subscription = Subscription.named(
                    "users.parked_" + person.toString().replaceAll("[^a-f]", "") + letters())
            .on(KNOWN, Lit.class, (event, about) -> take(event))
            .on("test.unknown", Lit.class, (event, about) -> take(event));

    @Event.Topic("test.events")
    private interface LampEvent extends Event {}

    @Event.Type(KNOWN)
    private record LampLit(String where, @Nullable @Personal String owner) implements LampEvent {}

    private record Lit(@Nullable String where, @Nullable String owner) {}

    private static String letters() {
        return Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "z");
    }

    private void take(Lit event) {
        if (away) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "Away.")
                    .refusal();
        }
        taken.add(event);
    }

    private static Database users() {
        return PROCESS.getBean(Databases.class).of("users");
    }

    private static ModuleInbox inbox() {
        Encryption encryption = PROCESS.getBean(Encryption.class);
        ParkedEnvelopes envelopes =
                new ParkedEnvelopes(encryption, new PersonKeys(encryption, "users"), EventTypes.of(LampLit.class));
        return new ModuleInbox(
                "users",
                new Inbox(users()),
                new ParkedEvents(users(), envelopes, Clock.systemUTC()),
                PROCESS.getBean(Transactions.class),
                new EventSettings(Optional.empty(), Duration.ofDays(1), 2, Duration.ZERO, Duration.ZERO),
                new DeliveryTimes(new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    private void arrives(String type, String data) {
        UUID stream = UUID.randomUUID();
        Envelope event = new Envelope(
                UUID.randomUUID(),
                type,
                1,
                "lamps",
                stream,
                1,
                1,
                Instant.now(),
                "system",
                "request-1",
                null,
                null,
                person,
                data);
        inbox().deliver(subscription, List.of(event));
    }

    private void erase() {
        PROCESS.getBean(EventStores.class).of("users").erase(person);
    }

    /** What another process takes of it, to which what was away is there. */
    private List<Lit> tried() {
        away = false;
        ModuleInbox other = inbox();
        while (other.retryOne(Map.of(subscription.name(), subscription))) {
            Thread.onSpinWait();
        }
        return taken;
    }

    private List<String> states() {
        return users().call(handle -> handle.createQuery("SELECT state FROM users_parked WHERE subscriber = :name")
                .bind("name", subscription.name())
                .mapTo(String.class)
                .list());
    }

    @Test
    void itIsTakenWholeWhileThePersonIsThere() {
        arrives(KNOWN, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", "Ada"));
    }

    @Test
    void itIsTakenWithoutWhatWasPersonalWhenThePersonIsErased() {
        arrives(KNOWN, ADA);
        erase();
        assertThat(tried()).containsExactly(new Lit("hall", null));
    }

    @Test
    void itIsParkedWithoutWhatWasPersonalWhenThePersonIsErasedAlready() {
        erase();
        arrives(KNOWN, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", null));
    }

    @Test
    void itIsTakenWithoutAnythingIfNobodyCanTellWhatWasPersonal() {
        arrives("test.unknown", ADA);
        erase();
        assertThat(tried()).containsExactly(new Lit(null, null));
    }

    @Test
    void itIsTakenWholeWhileThePersonIsThereEvenIfNobodyCanTell() {
        arrives("test.unknown", ADA);
        assertThat(tried()).containsExactly(new Lit("hall", "Ada"));
    }

    @Test
    void whatOnlyLooksSealedIsADeadLetterAndHoldsUpNobody() {
        arrives(KNOWN, "{\"where\":\"hall\",\"owner\":{\"$sealed\":\"nonsense\"},\"first\":\"Ada\"}");
        arrives(KNOWN, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", "Ada"));
        assertThat(states()).containsExactly("DEAD");
    }
}
