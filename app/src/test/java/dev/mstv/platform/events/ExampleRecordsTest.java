package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mstv.RunningProcess;
import dev.mstv.platform.events.catalogue.Catalogue;
import dev.mstv.platform.events.catalogue.CataloguedEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue describes what is stored: an event that is read from its example is stored as the example. */
class ExampleRecordsTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static List<CataloguedEvent> events() {
        return RunningProcess.monolith().getBean(Catalogue.class).all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isStoredAsItsExample(CataloguedEvent described) throws IOException {
        Event event = JSON.treeToValue(described.example(), described.type().event());
        assertThat(JSON.readTree(EventJson.tree(event).toString())).isEqualTo(described.example());
    }
}
