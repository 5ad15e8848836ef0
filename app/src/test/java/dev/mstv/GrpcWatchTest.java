package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Logout;
import dev.mstv.contracts.user.UserEvent;
import dev.mstv.contracts.user.WatchUsersRequest;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserUpdate;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who watches over gRPC is told what happens. */
class GrpcWatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final GrpcClient CLIENT = GrpcClient.of(PROCESS);

    private final Person ada = Person.user(PROCESS);

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    // More than are looked up at once.
    private static final int MANY = 120;
    // More than may wait for a client.
    private static final int MISSED = 1_500;

    private static void rename(Person person, String name) {
        UpdateUser command = new UpdateUser(person.id(), null, name, false, null, null);
        assertThat(new Sender(PROCESS, Caller.SYSTEM).send(command)).isInstanceOf(UserUpdate.Updated.class);
    }

    private static Iterator<UserEvent> watching(Person person, WatchUsersRequest request) {
        return CLIENT.as(person.token())
                .users()
                .withDeadlineAfter(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .watchUsers(request);
    }

    /** From before whatever happens next. */
    private static Iterator<UserEvent> watching(Person person) {
        try (EventStream stream = EventStream.open(PROCESS, "user-events", person)) {
            rename(person, "Before");
            String position = Objects.requireNonNull(stream.next("user.updated").get("id"));
            return watching(
                    person, WatchUsersRequest.newBuilder().setAfter(position).build());
        }
    }

    private static UserEvent next(Iterator<UserEvent> events, String name) {
        UserEvent event = events.next();
        while (!event.getEvent().equals(name)) {
            event = events.next();
        }
        return event;
    }

    private static List<String> ids(Iterator<UserEvent> events) {
        return Stream.generate(() -> next(events, "user.updated").getId())
                .limit(MANY)
                .toList();
    }

    private Push news() {
        return new Push(
                UUID.randomUUID(),
                "user.updated",
                ada.id(),
                Set.of(Audience.of("user-events", ada.id())),
                "{}",
                Instant.EPOCH,
                "request",
                null);
    }

    /** The ids of what a client hears that goes on whenever it was too slow. */
    private List<String> heardAfter(String position) {
        List<String> heard = new ArrayList<>();
        String last = position;
        while (heard.size() < MISSED) {
            Iterator<UserEvent> events =
                    watching(ada, WatchUsersRequest.newBuilder().setAfter(last).build());
            try {
                while (heard.size() < MISSED) {
                    UserEvent event = events.next();
                    heard.add(event.getId());
                    last = event.getPosition();
                }
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            }
        }
        return heard;
    }

    @Test
    void tellsHowTheUserIsNow() {
        Iterator<UserEvent> events = watching(ada);
        rename(ada, "Countess");
        assertThat(next(events, "user.updated").getUser().getName()).isEqualTo("Countess");
    }

    @Test
    void goesOnAfterAPosition() {
        Iterator<UserEvent> events = watching(ada);
        rename(ada, "A");
        String position = next(events, "user.updated").getPosition();
        rename(ada, "B");
        String second = next(events, "user.updated").getId();
        Iterator<UserEvent> later =
                watching(ada, WatchUsersRequest.newBuilder().setAfter(position).build());
        assertThat(next(later, "user.updated").getId()).isEqualTo(second);
    }

    @Test
    void tellsEverythingInOrderHoweverFarAClientIsBehind() {
        Iterator<UserEvent> events = watching(ada);
        rename(ada, "A");
        String position = next(events, "user.updated").getPosition();
        IntStream.range(0, MANY).forEach(number -> rename(ada, "A" + number));
        List<String> live = ids(events);
        Iterator<UserEvent> later =
                watching(ada, WatchUsersRequest.newBuilder().setAfter(position).build());
        assertThat(ids(later)).isEqualTo(live);
    }

    @Test
    void whoHasMissedMoreThanMayWaitHearsItByGoingOn() {
        Iterator<UserEvent> events = watching(ada);
        rename(ada, "A");
        String position = next(events, "user.updated").getPosition();
        List<Push> missed = Stream.generate(this::news).limit(MISSED).toList();
        PROCESS.getBean(Pushes.class).send(missed);
        assertThat(heardAfter(position))
                .isEqualTo(missed.stream().map(push -> push.id().toString()).toList());
    }

    @Test
    void saysSoIfItCannotGoOn() {
        Iterator<UserEvent> events = watching(
                ada, WatchUsersRequest.newBuilder().setAfter("long-ago").build());
        assertThat(GrpcClient.refusal(events::next)).isEqualTo("ABORTED position_gone");
    }

    @Test
    void endsWithTheSession() {
        Iterator<UserEvent> events = watching(ada);
        Object unused = new Sender(PROCESS, new Caller.User(ada.id(), "user", ada.session())).send(new Logout());
        assertThat(GrpcClient.refusal(() -> {
                    while (events.hasNext()) {
                        UserEvent ignored = events.next();
                    }
                }))
                .isEqualTo("UNAUTHENTICATED token_revoked");
    }

    @Test
    void wantsToKnowWhoWatches() {
        Iterator<UserEvent> events = CLIENT.users().watchUsers(WatchUsersRequest.getDefaultInstance());
        assertThat(GrpcClient.refusal(events::next)).isEqualTo("UNAUTHENTICATED unauthenticated");
    }
}
