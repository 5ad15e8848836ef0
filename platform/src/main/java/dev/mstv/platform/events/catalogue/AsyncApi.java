package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0</a> document of the catalogue: a
 * channel is a topic, a message is an envelope around the data of an event in its newest version. Immutable.
 */
@Singleton
final class AsyncApi {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String MESSAGES = "#/components/messages/";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    AsyncApi(Catalogue catalogue) {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "MSTV events")
                .put("version", "1")
                .put("description", "Delivered at least once, in order for each subject, which is the key.");
        document.put("defaultContentType", "application/cloudevents+json");
        document.putObject("channels");
        document.putObject("operations");
        ObjectNode components = document.putObject("components");
        components.putObject("messages");
        components.putObject("schemas").set("head", CloudEventSchema.head());
        catalogue.newest().forEach(this::add);
    }

    ObjectNode document() {
        return document.deepCopy();
    }

    private void add(CataloguedEvent event) {
        String name = event.type().name();
        String topic = event.type().topic();
        ObjectNode channel = document.withObject("/channels").withObjectProperty(topic);
        channel.put("address", topic);
        channel.withObjectProperty("messages").putObject(name).put("$ref", MESSAGES + name);
        ObjectNode send = document.withObject("/operations").withObjectProperty("send." + topic);
        send.put("action", "send");
        send.withObjectProperty("channel").put("$ref", "#/channels/" + topic);

        ObjectNode message = document.withObject("/components/messages").putObject(name);
        message.put("name", name);
        message.withObject("/correlationId").put("location", "$message.payload#/correlationid");
        message.withObject("/bindings/kafka/key").put("type", "string").put("format", "uuid");
        message.set("payload", CloudEventSchema.of(event, SCHEMAS + name));
        message.putArray("examples").addObject().set("payload", CloudEventSchema.example(event));

        ObjectNode data = event.schema();
        // Within another document an identifier of its own would move the references.
        data.remove(List.of("$schema", "$id"));
        document.withObject("/components/schemas").set(name, data);
    }
}
