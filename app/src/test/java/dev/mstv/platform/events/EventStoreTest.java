package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStoreTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final UUID USER = new UUID(1, 1);

    private final EventStore store = PROCESS.getBean(EventStores.class).of("users");
    private final UUID stream = UUID.randomUUID();
    private final CallContext call = CallContext.of(
            new Caller.User(USER, "user", new UUID(2, 2)),
            new Client("127.0.0.1", null),
            "request-1",
            new Trace("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
            null);

    @Event.Type(value = "lamp.lit", version = 2)
    private record LampLit(String where) implements Event {}

    private void append(long version, String... places) {
        List<LampLit> events = Arrays.stream(places).map(LampLit::new).toList();
        boolean unused = call.call(() -> {
            store.append(stream, version, events);
            return true;
        });
    }

    private void alter(String change) {
        PROCESS.getBean(Databases.class).of("users").run(handle -> handle.createUpdate(
                        "UPDATE users_event SET " + change + " WHERE stream = :stream AND version = 2")
                .bind("stream", stream)
                .execute());
    }

    @Test
    void countsTheVersionsOfAStream() {
        append(0, "hall", "yard");
        append(2, "attic");
        assertThat(store.stream(stream)).extracting(StoredEvent::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void storesThePayloadAndItsSchema() {
        append(0, "hall");
        assertThat(store.stream(stream).getFirst())
                .extracting(StoredEvent::type, StoredEvent::schemaVersion, StoredEvent::payload)
                .containsExactly("lamp.lit", 2, "{\"where\":\"hall\"}");
    }

    @Test
    void storesWhoDidItByWhichRequest() {
        append(0, "hall");
        assertThat(store.stream(stream).getFirst().metadata())
                .isEqualTo("{\"actor\":\"" + USER + "\",\"requestId\":\"request-1\","
                        + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"}");
    }

    @Test
    void tellsTheCallerHowFarItGot() {
        append(0, "hall");
        assertThat(call.receipt().consistencyToken())
                .map(Object::toString)
                .hasValue("users-" + store.stream(stream).getFirst().position());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void refusesToAppendToAVersionThatIsNotTheLast(long version) {
        append(0, "hall", "yard");
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> append(version, "attic"));
    }

    @Test
    void keepsTheChainOfHashes() {
        append(0, "hall", "yard");
        append(2, "attic");
        assertThat(store.firstBroken(stream)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{}'",
                "metadata = '{}'",
                "type = 'lamp.out'",
                "schema_version = 3",
                "event_id = gen_random_uuid()",
                "occurred_at = occurred_at + interval '1 ms'",
                "hash = repeat('0', 64)",
                "previous_hash = repeat('0', 64)",
                "version = 7"
            })
    void noticesWhatWasAltered(String change) {
        append(0, "hall", "yard", "attic");
        alter(change);
        assertThat(store.firstBroken(stream)).isPresent();
    }

    @Test
    void noticesThatAnEventIsGone() {
        append(0, "hall", "yard", "attic");
        PROCESS.getBean(Databases.class)
                .of("users")
                .run(handle -> handle.execute("DELETE FROM users_event WHERE version = 2 AND stream = ?", stream));
        assertThat(store.firstBroken(stream)).isPresent();
    }
}
