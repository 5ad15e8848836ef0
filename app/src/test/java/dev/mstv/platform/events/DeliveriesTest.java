package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.composition.Composition;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of events that arrive: once each, in the order of their streams, and none lost. */
class DeliveriesTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final UUID stream = UUID.randomUUID();
    private final List<String> taken = new ArrayList<>();
    private Predicate<String> poison = text -> false;
    private boolean away;

    // A name of its own for each test: what was done is noted by it.
    private final Subscription subscription = Subscription.named("users.test_" + letters())
            .on("lamp.lit", Lit.class, (event, about) -> {
                taken.add(event.where());
                note(event.where());
                if (away) {
                    throw Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "Away.")
                            .refusal();
                }
                if (poison.test(event.where())) {
                    throw new IllegalStateException("poison");
                }
            });

    private record Lit(String where, @Nullable String colour) {}

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "z");
    }

    private static Database users() {
        return PROCESS.getBean(Databases.class).of("users");
    }

    private static void note(String where) {
        users().run(handle -> handle.execute("CREATE TABLE IF NOT EXISTS users_test_effect (what text)"));
        users().run(handle -> handle.createUpdate("INSERT INTO users_test_effect VALUES (:what)")
                .bind("what", where)
                .execute());
    }

    private long stored(String where) {
        return users().call(handle -> handle.createQuery("SELECT count(*) FROM users_test_effect WHERE what = :what")
                .bind("what", where)
                .mapTo(Long.class)
                .one());
    }

    private ModuleInbox inbox(int attempts) {
        Encryption encryption = PROCESS.getBean(Encryption.class);
        ParkedEnvelopes envelopes = new ParkedEnvelopes(
                encryption, new PersonKeys(encryption, "users"), PROCESS.getBean(ImpersonalData.class));
        return new ModuleInbox(
                "users",
                new Inbox(users()),
                new ParkedEvents(users(), envelopes, Clock.systemUTC()),
                PROCESS.getBean(Transactions.class),
                new EventSettings(
                        Optional.empty(), Duration.ofDays(1), attempts, Duration.ofMillis(1), Duration.ofMillis(2)),
                new DeliveryTimes(new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    private Envelope event(UUID of, long version, String where) {
        return new Envelope(
                UUID.randomUUID(),
                "lamp.lit",
                1,
                "lamps",
                of,
                version,
                version,
                Instant.now(),
                "system",
                "request-1",
                null,
                null,
                null,
                "{\"where\":\"" + where + "\",\"watts\":60}");
    }

    private static String unique(String text) {
        return text + UUID.randomUUID();
    }

    private void retryUntilNothingIsDue(ModuleInbox inbox) {
        while (inbox.retryOne(Map.of(subscription.name(), subscription))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void takesEventsInTheirOrder() {
        inbox(3).deliver(subscription, List.of(event(stream, 1, "hall"), event(stream, 2, "yard")));
        assertThat(taken).containsExactly("hall", "yard");
    }

    @Test
    void takesAnEventOnceHoweverOftenItArrives() {
        String where = unique("hall");
        Envelope event = event(stream, 1, where);
        inbox(3).deliver(subscription, List.of(event, event));
        inbox(3).deliver(subscription, List.of(event));
        assertThat(stored(where)).isEqualTo(1);
    }

    @Test
    void storesNothingOfAnEffectThatFails() {
        String where = unique("cellar");
        poison = where::equals;
        inbox(3).deliver(subscription, List.of(event(stream, 1, where)));
        assertThat(stored(where)).isZero();
    }

    @Test
    void holdsUpTheStreamOfAnEventThatFails() {
        poison = "cellar"::equals;
        inbox(3).deliver(subscription, List.of(event(stream, 1, "cellar"), event(stream, 2, "hall")));
        assertThat(taken).doesNotContain("hall");
    }

    @Test
    void letsOtherStreamsPass() {
        String where = unique("hall");
        poison = "cellar"::equals;
        inbox(3).deliver(subscription, List.of(event(stream, 1, "cellar"), event(UUID.randomUUID(), 1, where)));
        assertThat(stored(where)).isEqualTo(1);
    }

    @Test
    void triesAgainAndThenTakesWhatWaitedInItsOrder() {
        String first = unique("cellar");
        String second = unique("hall");
        poison = first::equals;
        ModuleInbox inbox = inbox(100);
        inbox.deliver(subscription, List.of(event(stream, 1, first), event(stream, 2, second)));
        poison = text -> false;
        taken.clear();
        awaitTaken(inbox, second);
        assertThat(taken).containsExactly(first, second);
    }

    private void awaitTaken(ModuleInbox inbox, String last) {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!taken.contains(last) && System.nanoTime() < limit) {
            retryUntilNothingIsDue(inbox);
        }
    }

    @Test
    void givesUpAfterSoManyAttempts() {
        String where = unique("cellar");
        poison = where::equals;
        ModuleInbox inbox = inbox(3);
        inbox.deliver(subscription, List.of(event(stream, 1, where)));
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!"DEAD".equals(state()) && System.nanoTime() < limit) {
            retryUntilNothingIsDue(inbox);
        }
        assertThat(taken).hasSize(3);
    }

    @Test
    void doesNotGiveUpWhatNeedsSomethingThatIsAway() {
        String where = unique("yard");
        ModuleInbox inbox = inbox(1);
        away = true;
        inbox.deliver(subscription, List.of(event(stream, 1, where)));
        awaitTries(inbox, 2);
        assertThat(state()).isEqualTo("RETRYING");
    }

    @Test
    void takesWhatWaitedInItsOrderWhenItIsBack() {
        String first = unique("yard");
        String second = unique("hall");
        ModuleInbox inbox = inbox(1);
        away = true;
        inbox.deliver(subscription, List.of(event(stream, 1, first), event(stream, 2, second)));
        away = false;
        taken.clear();
        awaitTaken(inbox, second);
        assertThat(taken).containsExactly(first, second);
    }

    @Test
    void leavesItAtOnceToAProcessThatHasWhatItNeeds() {
        away = true;
        inbox(1).deliver(subscription, List.of(event(stream, 1, "hall")));
        away = false;
        taken.clear();
        retryUntilNothingIsDue(inbox(1));
        assertThat(taken).containsExactly("hall");
    }

    @Test
    void asksForWhatIsAwayOnceForAllThatArrivesTogether() {
        away = true;
        inbox(3).deliver(subscription, List.of(event(stream, 1, "hall"), event(UUID.randomUUID(), 1, "yard")));
        assertThat(taken).containsExactly("hall");
    }

    private void awaitTries(ModuleInbox inbox, int tries) {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (taken.size() < tries && System.nanoTime() < limit) {
            retryUntilNothingIsDue(inbox);
        }
        assertThat(taken).hasSizeGreaterThanOrEqualTo(tries);
    }

    private String state() {
        return users().call(handle -> handle.createQuery("SELECT state FROM users_parked WHERE subscriber = :name")
                .bind("name", subscription.name())
                .mapTo(String.class)
                .first());
    }

    @Test
    void aMissingComponentIsNotMadeUp() {
        Envelope empty = new Envelope(
                UUID.randomUUID(),
                "lamp.lit",
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
                null,
                "{}");
        inbox(3).deliver(subscription, List.of(empty));
        assertThat(state()).isEqualTo("RETRYING");
    }

    @Test
    void anEffectKnowsTheRequestThatItComesFrom() {
        List<String> requests = new ArrayList<>();
        Subscription curious = Subscription.named("users.test_" + letters())
                .on(
                        "lamp.lit",
                        Lit.class,
                        (event, about) -> requests.add(CallContext.current().requestId()));
        inbox(3).deliver(curious, List.of(event(stream, 1, "hall")));
        assertThat(requests).containsExactly("request-1");
    }

    @Test
    void theMonolithHasNoTwoSubscribersOfOneName() {
        assertThat(PROCESS.getBean(Deliveries.class).modules())
                .isSubsetOf(PROCESS.getBean(Composition.class).modules());
    }
}
