package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.UpdateUser;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients hear on one node what happens on the other. */
class TwoNodesPushTest {

    private static Nodes nodes;

    @BeforeAll
    static void start() {
        nodes = Nodes.started();
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    private static Trace rename(ApplicationContext node, Person person, String name) {
        Trace trace = Trace.begin();
        CallContext call = CallContext.of(Caller.SYSTEM, new Client("local", null), "request", trace, null);
        Object unused = call.call(
                () -> node.getBean(Bus.class).send(new UpdateUser(person.id(), null, name, false, null, null)));
        return trace;
    }

    @Test
    void aClientHearsWhatHappensOnTheOther() {
        Person ada = Person.user(nodes.first);
        try (EventStream stream = EventStream.open(nodes.second, "user-events", ada)) {
            rename(nodes.first, ada, "Ada L.");
            assertThat(stream.data("user.updated")).contains(ada.id().toString());
        }
    }

    @Test
    void whatItHearsBelongsToTheTraceItBeganWith() {
        Person ada = Person.user(nodes.first);
        try (EventStream stream = EventStream.open(nodes.second, "user-events", ada)) {
            Trace trace = rename(nodes.first, ada, "Ada L.");
            assertThat(stream.data("user.updated")).contains(trace.traceId());
        }
    }

    @Test
    void itGoesOnAtTheOtherWhereItHasLeftOff() {
        Person ada = Person.user(nodes.first);
        String last;
        try (EventStream stream = EventStream.open(nodes.first, "user-events", ada)) {
            rename(nodes.first, ada, "A");
            last = stream.next("user.updated").get("id");
        }
        rename(nodes.first, ada, "B");
        try (EventStream stream = EventStream.open(nodes.second, "user-events", ada, last)) {
            assertThat(stream.data("user.updated")).contains(ada.id().toString());
        }
    }
}
