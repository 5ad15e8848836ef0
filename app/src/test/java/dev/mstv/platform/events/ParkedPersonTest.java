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
import java.nio.charset.StandardCharsets;
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
    private Optional<RuntimeException> failure = Optional.of(
            Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "Away.").refusal());

    // A name of its own for each test: what was done is noted by it.
    private final Subscription subscription = Subscription.named(
                    "users.parked_" + person.toString().replaceAll("[^a-f]", "") + letters())
            .on(KNOWN, Lit.class, (event, about) -> take(event))
            .on("test.unknown", Lit.class, (event, about) -> take(event));

    @Event.Topic("test.events")
    private interface LampEvent extends Event {}

    @Event.Type(KNOWN)
    private record LampLit(String where, @Nullable @Personal String owner) implements LampEvent {}

    private record Lit(
            @Nullable String where,
            @Nullable String owner,
            @Nullable String phone) {}

    private static String letters() {
        return Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "z");
    }

    private void take(Lit event) {
        failure.ifPresent(one -> {
            throw one;
        });
        taken.add(event);
    }

    private static Database users() {
        return PROCESS.getBean(Databases.class).of("users");
    }

    private static ModuleInbox inbox() {
        Encryption encryption = PROCESS.getBean(Encryption.class);
        ImpersonalData impersonal = new ImpersonalData(EventTypes.of(LampLit.class));
        return new ModuleInbox(
                "users",
                new Inbox(users()),
                new ParkedEvents(
                        users(),
                        new ParkedEnvelopes(encryption, new PersonKeys(encryption, "users"), impersonal),
                        Clock.systemUTC()),
                PROCESS.getBean(Transactions.class),
                new EventSettings(Optional.empty(), Duration.ofDays(1), 1, Duration.ZERO, Duration.ZERO),
                new DeliveryTimes(new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    /** An event of the person's own stream. */
    private void arrives(String type, long version, String data) {
        Envelope event = new Envelope(
                UUID.randomUUID(),
                type,
                1,
                "lamps",
                person,
                version,
                version,
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
        failure = Optional.empty();
        ModuleInbox other = inbox();
        while (other.retryOne(Map.of(subscription.name(), subscription))) {
            Thread.onSpinWait();
        }
        return taken;
    }

    private List<String> parked(String column) {
        return users().call(handle -> handle.createQuery(
                        "SELECT " + column + " FROM users_parked WHERE subscriber = :name ORDER BY arrival")
                .bind("name", subscription.name())
                .mapTo(String.class)
                .list());
    }

    @Test
    void itIsTakenWholeWhileThePersonIsThere() {
        arrives(KNOWN, 1, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", "Ada", null));
    }

    @Test
    void itIsTakenWithoutWhatWasPersonalWhenThePersonIsErased() {
        arrives(KNOWN, 1, ADA);
        erase();
        assertThat(tried()).containsExactly(new Lit("hall", null, null));
    }

    @Test
    void itIsParkedWithoutWhatWasPersonalWhenThePersonIsErasedAlready() {
        erase();
        arrives(KNOWN, 1, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", null, null));
    }

    @Test
    void whatThisReleaseDoesNotKnowOfItIsTakenWhileThePersonIsThere() {
        arrives(KNOWN, 1, "{\"where\":\"hall\",\"phone\":\"123\"}");
        assertThat(tried()).containsExactly(new Lit("hall", null, "123"));
    }

    @Test
    void whatThisReleaseDoesNotKnowOfItGoesWithThePerson() {
        arrives(KNOWN, 1, "{\"where\":\"hall\",\"phone\":\"123\"}");
        erase();
        assertThat(tried()).containsExactly(new Lit("hall", null, null));
    }

    @Test
    void itIsTakenWithoutAnythingIfNobodyCanTellWhatWasPersonal() {
        arrives("test.unknown", 1, ADA);
        erase();
        assertThat(tried()).containsExactly(new Lit(null, null, null));
    }

    @Test
    void itIsTakenWholeWhileThePersonIsThereEvenIfNobodyCanTell() {
        arrives("test.unknown", 1, ADA);
        assertThat(tried()).containsExactly(new Lit("hall", "Ada", null));
    }

    @Test
    void itIsTakenAsAnEarlierReleaseHasParkedIt() {
        arrives(KNOWN, 1, ADA);
        String sealed = parked("envelope").getFirst();
        Encryption encryption = PROCESS.getBean(Encryption.class);
        String kept = new String(encryption.decrypt(sealed), StandardCharsets.UTF_8);
        String event = EventJson.tree(kept).get("event").toString();
        users().run(handle -> handle.createUpdate("UPDATE users_parked SET envelope = :old WHERE envelope = :new")
                .bind("old", encryption.encrypt(event.getBytes(StandardCharsets.UTF_8)))
                .bind("new", sealed)
                .execute());
        assertThat(tried()).containsExactly(new Lit("hall", null, null));
    }

    @Test
    void whyItCouldNotBeTakenIsForgottenWithThePerson() {
        failure = Optional.of(new IllegalStateException("Ada is poison"));
        arrives(KNOWN, 1, ADA);
        erase();
        assertThat(parked("error")).containsExactly("");
    }

    @Test
    void aDeadLetterHoldsUpThePersonWhoIsThere() {
        aDeadLetterAndAnotherEventBehindIt();
        inbox().giveWay();
        assertThat(parked("state")).containsExactly("DEAD", "WAITING");
    }

    @Test
    void aDeadLetterGivesWayWhenThePersonIsErased() {
        aDeadLetterAndAnotherEventBehindIt();
        erase();
        inbox().giveWay();
        assertThat(tried()).containsExactly(new Lit("yard", null, null));
    }

    @Test
    void aDeadLetterStaysIfNothingWaitsBehindIt() {
        failure = Optional.of(new IllegalStateException("poison"));
        arrives(KNOWN, 1, ADA);
        erase();
        inbox().giveWay();
        assertThat(parked("state")).containsExactly("DEAD");
    }

    private void aDeadLetterAndAnotherEventBehindIt() {
        failure = Optional.of(new IllegalStateException("poison"));
        arrives(KNOWN, 1, ADA);
        arrives(KNOWN, 2, "{\"where\":\"yard\",\"owner\":\"Ada\"}");
    }
}
