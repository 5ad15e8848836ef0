package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Logout;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserUpdate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client hears who stays: server-sent events of a real process. */
class StreamsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final Person ada = Person.user(PROCESS);

    private static void rename(Person person, String name) {
        UpdateUser command = new UpdateUser(person.id(), null, name, false, null, null);
        assertThat(new Sender(PROCESS, Caller.SYSTEM).send(command)).isInstanceOf(UserUpdate.Updated.class);
    }

    private static int refusal(String channel, Person person) {
        try (EventStream stream = EventStream.open(PROCESS, channel, person)) {
            return stream.status();
        }
    }

    @Test
    void tellsAUserWhatHappensToThem() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada)) {
            rename(ada, "Ada L.");
            assertThat(stream.data("user.updated")).contains(ada.id().toString());
        }
    }

    @Test
    void tellsAUserNothingOfOthers() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada)) {
            rename(Person.user(PROCESS), "Somebody");
            rename(ada, "Ada L.");
            assertThat(stream.data("user.updated")).contains(ada.id().toString());
        }
    }

    @Test
    void tellsAnAdministratorOfEverybody() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", Person.administrator(PROCESS))) {
            rename(ada, "Ada L.");
            assertThat(Polling.until(LIMIT, () -> stream.data("user.updated")
                            .contains(ada.id().toString())))
                    .isTrue();
        }
    }

    @Test
    void holdsNothingPersonal() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada)) {
            rename(ada, "Countess");
            assertThat(stream.data("user.updated")).doesNotContain("Countess");
        }
    }

    @Test
    void showsTheAuditTrailToAdministratorsOnly() {
        assertThat(refusal("audit-logs", ada)).isEqualTo(403);
    }

    @Test
    void showsAnAdministratorTheAuditTrail() {
        try (EventStream stream = EventStream.open(PROCESS, "audit-logs", Person.administrator(PROCESS))) {
            rename(ada, "Ada L.");
            assertThat(stream.data("user.updated")).contains("\"subject\":");
        }
    }

    @Test
    void showsAnAdministratorHowTheProcessIs() {
        try (EventStream stream = EventStream.open(PROCESS, "system-metrics", Person.administrator(PROCESS))) {
            assertThat(stream.data("system-metrics")).contains("\"heapBytes\":");
        }
    }

    @Test
    void knowsNoOtherChannel() {
        assertThat(refusal("secrets", ada)).isEqualTo(404);
    }

    @Test
    void wantsToKnowWhoListens() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", null)) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }

    @Test
    void goesOnWhereAClientHasLeftOff() {
        String last;
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada)) {
            rename(ada, "A");
            last = stream.next("user.updated").get("id");
        }
        rename(ada, "B");
        rename(ada, "C");
        List<@Nullable String> names = new ArrayList<>();
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada, last)) {
            rename(ada, "D");
            for (int i = 0; i < 3; i++) {
                names.add(stream.next("user.updated").get("id"));
            }
        }
        assertThat(names).doesNotHaveDuplicates().doesNotContain(last).hasSize(3);
    }

    @Test
    void saysSoIfItCannotGoOn() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada, "long-ago")) {
            assertThat(stream.data("reset")).isEqualTo("{}");
        }
    }

    @Test
    void endsWithTheSession() {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", ada)) {
            Caller.User caller = new Caller.User(ada.id(), "user", ada.session());
            Object unused = new Sender(PROCESS, caller).send(new Logout());
            assertThat(stream.data("closed")).contains("token_revoked");
        }
    }

    @Test
    void endsWithTheToken() {
        try (ApplicationContext process = RunningProcess.start(Map.of("ACCESS_TOKEN_EXP", "2s"));
                EventStream stream = EventStream.open(process, "notifications", Person.user(process))) {
            assertThat(stream.data("closed")).contains("token_expired");
        }
    }

    @Test
    void isOpenOnlySoOftenForOneUser() {
        List<EventStream> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            open.add(EventStream.open(PROCESS, "notifications", ada));
        }
        assertThat(refusal("notifications", ada)).isEqualTo(429);
        open.forEach(EventStream::close);
    }

    @Test
    void letsGoWhoDoesNotRead() {
        // A process of its own, where nobody else listens.
        try (ApplicationContext process = RunningProcess.start(Map.of());
                RawConnection client =
                        new RawConnection(process.getBean(EmbeddedServer.class).getPort())) {
            Person deaf = Person.user(process);
            client.say("GET /streams/notifications HTTP/1.1\r\nHost: a\r\nAuthorization: " + deaf.authorization()
                    + "\r\n\r\n");
            assertThat(Polling.until(LIMIT, () -> listeners(process) == 2)).isTrue();
            for (int i = 0; i < 50; i++) {
                process.getBean(Pushes.class).send(Collections.nCopies(100, large(deaf)));
            }
            assertThat(Polling.until(LIMIT, () -> listeners(process) == 0)).isTrue();
        }
    }

    private static Push large(Person person) {
        return new Push(
                UUID.randomUUID(),
                "thing.made",
                person.id(),
                Set.of(Audience.of("notifications", person.id())),
                "{\"text\":\"" + "x".repeat(10_000) + "\"}",
                Instant.EPOCH,
                "request",
                null);
    }

    private static double listeners(ApplicationContext process) {
        return process.getBean(MeterRegistry.class)
                .get("mstv.push.listeners")
                .gauge()
                .value();
    }
}
