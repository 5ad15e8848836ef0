package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.security.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A store that was written by an older release, replayed by this one. */
class OldEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventStore store =
            RunningProcess.monolith().getBean(EventStores.class).of("users");
    private final Upcasters upcasters = Upcasters.of(EventTypes.of(LampLit.class), new WattsAreAdded());
    private final UUID stream = UUID.randomUUID();

    @Event.Topic("lamp.events")
    private interface LampEvent extends Event {}

    @Event.Type("lamp.lit")
    private record LampLitOnce(String where) implements LampEvent {}

    @Event.Type(value = "lamp.lit", version = 2)
    private record LampLit(String where, int watts) implements LampEvent {}

    /** Lamps had 40 watts before anybody asked. */
    private static final class WattsAreAdded implements Upcaster {
        @Override
        public String type() {
            return "lamp.lit";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode data) {
            return data.put("watts", 40);
        }
    }

    private void append(long version, LampEvent event) {
        CallContext call = CallContext.of(
                Caller.SYSTEM,
                new Client("127.0.0.1", null),
                "request-1",
                new Trace("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
                null);
        boolean unused = call.call(() -> {
            store.append(stream, version, List.of(event));
            return true;
        });
    }

    private List<LampLit> replayed() throws IOException {
        List<LampLit> events = new ArrayList<>();
        for (StoredEvent stored : store.stream(stream)) {
            JsonNode data = JSON.readTree(stored.payload());
            Payload payload = upcasters.upcast(stored.type(), stored.schemaVersion(), data);
            events.add(JSON.treeToValue(payload.data(), LampLit.class));
        }
        return events;
    }

    @Test
    void areReadAsThoseOfTheNewestVersion() throws IOException {
        append(0, new LampLitOnce("hall"));
        append(1, new LampLit("yard", 60));
        assertThat(replayed()).containsExactly(new LampLit("hall", 40), new LampLit("yard", 60));
    }

    @Test
    void stayInTheStoreAsTheyWereWritten() throws IOException {
        append(0, new LampLitOnce("hall"));
        assertThat(replayed()).hasSize(1);
        assertThat(store.firstBroken(stream)).isEmpty();
        assertThat(store.stream(stream).getFirst().payload()).isEqualTo("{\"where\":\"hall\"}");
    }
}
