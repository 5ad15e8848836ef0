package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.RunningProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document, judged by the specification's own schema and by its own examples. */
class AsyncApiTest {

    private final ObjectNode document =
            RunningProcess.monolith().getBean(AsyncApi.class).document();

    static List<CataloguedEvent> events() {
        return RunningProcess.monolith().getBean(Catalogue.class).newest();
    }

    private static JsonNode specification() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private JsonNode example(CataloguedEvent event) {
        return document.at("/components/messages").path(event.type().name()).at("/examples/0/payload");
    }

    @Test
    void fitsTheSpecification() throws IOException {
        assertThat(JsonSchemas.faults(specification(), document)).isEmpty();
    }

    @Test
    void theSpecificationRefusesADocumentWithoutItsVersion() throws IOException {
        document.remove("asyncapi");
        assertThat(JsonSchemas.faults(specification(), document)).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .isFalse());
    }

    @Test
    void everyTopicIsAChannelThatIsSentTo() {
        List<String> topics = Stream.of("user.events", "auth.events").toList();
        assertThat(document.path("channels").fieldNames()).toIterable().containsAll(topics);
        assertThat(document.path("operations").findValuesAsText("action"))
                .hasSameSizeAs(document.path("channels"))
                .containsOnly("send");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsAMessageOfItsTopic(CataloguedEvent event) {
        assertThat(document.path("channels")
                        .path(event.type().topic())
                        .path("messages")
                        .path(event.type().name())
                        .path("$ref")
                        .asText())
                .isEqualTo("#/components/messages/" + event.type().name());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleOfAMessageFitsItsPayload(CataloguedEvent event) {
        assertThat(Envelopes.faults(example(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEnvelopeWithoutItsDataDoesNotFit(CataloguedEvent event) {
        ObjectNode envelope = example(event).deepCopy();
        String required = event.schema().at("/required/0").asText();
        envelope.withObjectProperty("data").remove(required);
        assertThat(Envelopes.faults(envelope)).singleElement().asString().contains(required);
    }
}
