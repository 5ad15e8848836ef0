package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mstv.TopologyTable;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message and every case of every outcome, with made-up values, written down and read again. */
class MessageJsonTest {

    private final ObjectMapper json = MessageJson.mapper();

    static Stream<Class<?>> messages() {
        return BeanIntrospector.SHARED.findIntrospections(UseCase.class).stream()
                .<Class<?>>map(BeanIntrospection::getBeanType)
                .filter(type -> type.getName().startsWith("dev.mstv."));
    }

    static Stream<Arguments> outcomes() {
        return messages().flatMap(message -> Samples.of(UseCaseType.of(message).outcome())
                .map(sample -> Arguments.of(
                        message.getSimpleName(), UseCaseType.of(message).outcome(), sample)));
    }

    private Object again(Type type, Object value) throws JsonProcessingException {
        ObjectWriter writer = json.writerFor(json.constructType(type));
        return json.readValue(writer.writeValueAsString(value), json.constructType(type));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsAMessageAsItWasWritten(Class<?> message) throws JsonProcessingException {
        for (Object sample : Samples.of(message).toList()) {
            assertThat(again(message, sample)).isEqualTo(sample);
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("outcomes")
    void readsAnOutcomeAsItWasWritten(String useCase, Type type, Object outcome) throws JsonProcessingException {
        assertThat(again(type, outcome)).as(useCase).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("outcomes")
    void writesNoNameOfAClass(String useCase, Type type, Object outcome) throws JsonProcessingException {
        assertThat(json.writerFor(json.constructType(type)).writeValueAsString(outcome))
                .as(useCase)
                .doesNotContain("dev.mstv", "java.");
    }

    @Test
    void knowsTheMessagesOfAllModulesAndOfAny() {
        List<String> modules = new ArrayList<>(TopologyTable.modules());
        modules.add("module");
        assertThat(messages().map(type -> UseCaseType.of(type).module()).distinct())
                .containsExactlyInAnyOrderElementsOf(modules);
    }
}
