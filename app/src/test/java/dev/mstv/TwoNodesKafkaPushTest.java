package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Kafka;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.UpdateUser;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients hear on one node what happens on the other, where Kafka is between them and no Redis. */
class TwoNodesKafkaPushTest {

    private static Kafka kafka;
    private static ApplicationContext first;
    private static ApplicationContext second;

    @BeforeAll
    static void start() {
        kafka = Kafka.temporary();
        Map<String, String> environment = Map.of(
                "ENABLE_KAFKA", "true",
                "KAFKA_BROKERS", kafka.bootstrapServers(),
                "DATABASE_URL", RunningProcess.newDatabase());
        first = RunningProcess.start(environment);
        second = RunningProcess.start(environment);
    }

    @AfterAll
    static void end() {
        second.close();
        first.close();
        kafka.close();
    }

    /** Whichever of them the event reaches, each has a client. */
    @Test
    void clientsOfBothHearTheSame() {
        Person ada = Person.user(first);
        try (EventStream here = EventStream.open(first, "user-events", ada);
                EventStream there = EventStream.open(second, "user-events", ada)) {
            Object unused =
                    new Sender(first, Caller.SYSTEM).send(new UpdateUser(ada.id(), null, "Ada L.", false, null, null));
            assertThat(there.next("user.updated")).isEqualTo(here.next("user.updated"));
        }
    }

    @Test
    void aClientGoesOnAtTheOtherWhereItHasLeftOff() {
        Person ada = Person.user(first);
        Sender system = new Sender(first, Caller.SYSTEM);
        String last;
        try (EventStream stream = EventStream.open(first, "user-events", ada)) {
            Object unused = system.send(new UpdateUser(ada.id(), null, "A", false, null, null));
            last = stream.next("user.updated").get("id");
        }
        Object unused = system.send(new UpdateUser(ada.id(), null, "B", false, null, null));
        try (EventStream stream = EventStream.open(second, "user-events", ada, last)) {
            assertThat(stream.data("user.updated")).contains(ada.id().toString());
        }
    }
}
