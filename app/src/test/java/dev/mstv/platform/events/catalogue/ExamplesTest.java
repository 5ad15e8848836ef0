package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.RunningProcess;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and their examples, judged by a validator. */
class ExamplesTest {

    static List<CataloguedEvent> events() {
        return RunningProcess.monolith().getBean(Catalogue.class).all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleFitsItsSchema(CataloguedEvent event) {
        assertThat(JsonSchemas.faults(event.schema(), event.example())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOfAnErasedPersonFitsTheSchema(CataloguedEvent event) {
        ObjectNode erased = event.example();
        event.personal().forEach(path -> ((ObjectNode) erased.at(parent(path))).remove(name(path)));
        assertThat(JsonSchemas.faults(event.schema(), erased)).isEmpty();
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : "/" + path.substring(0, dot).replace('.', '/');
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaRefusesAnExampleWithoutItsFields(CataloguedEvent event) {
        ObjectNode nothing = event.example().removeAll();
        assertThat(JsonSchemas.faults(event.schema(), nothing)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaIsASchema(CataloguedEvent event) {
        assertThat(JsonSchemas.faultsOfSchema(event.schema())).isEmpty();
    }
}
