package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a program reads before it talks to a process, or listens to its events. */
@InEveryShape
class SchemasTest {

    private final RunningApp app = World.app();

    @Test
    void theIndexNamesWhatIsDescribed() {
        assertThat(app.send(Request.get("/schemas")).expect(200).json().path("schemas"))
                .map(JsonNode::asText)
                .containsExactly(
                        "/api-json", "/asyncapi.json", "/schemas/events", "/schemas/graphql", "/schemas/proto");
    }

    @Test
    void everyEventIsDescribed() {
        assertThat(app.send(Request.get("/schemas/events")).expect(200).json().path("events"))
                .map(event ->
                        event.path("module").asText() + " " + event.path("type").asText())
                .contains("users user.registered", "auth user.logged_in");
    }

    @Test
    void oneEventIsDescribed() {
        Answer answer = app.send(Request.get("/schemas/events/user.updated")).expect(200);
        assertThat(answer.json().path("personal"))
                .map(JsonNode::asText)
                .containsExactly("changes.email", "changes.name");
        assertThat(answer.at("/topic")).isEqualTo("user.events");
        assertThat(answer.at("/schema/properties/userId/format")).isEqualTo("uuid");
        assertThat(answer.at("/example/changes/email")).isEqualTo("email");
    }

    @Test
    void aVersionIsDescribed() {
        assertThat(app.send(Request.get("/schemas/events/user.updated?version=1"))
                        .at("/version"))
                .isEqualTo("1");
    }

    @Test
    void aVersionThatThereIsNotIsNotFound() {
        assertThat(app.send(Request.get("/schemas/events/user.updated?version=2"))
                        .problem())
                .isEqualTo("404 not_found");
    }

    @Test
    void anUnknownEventIsNotFound() {
        assertThat(app.send(Request.get("/schemas/events/user.dreamt")).problem())
                .isEqualTo("404 not_found");
    }

    @Test
    void theSchemaOfGraphqlIsServed() {
        assertThat(app.send(Request.get("/schemas/graphql")).expect(200).text())
                .contains("type Query {")
                .contains("getUser(id: String!): User");
    }

    @Test
    void theFilesOfTheServicesAreServed() {
        assertThat(app.send(Request.get("/schemas/proto")).expect(200).json().path("files"))
                .map(JsonNode::asText)
                .containsExactly("auth.proto", "order.proto", "user.proto");
        assertThat(app.send(Request.get("/schemas/proto/user.proto"))
                        .expect(200)
                        .text())
                .contains("rpc GetUser (GetUserRequest) returns (UserResponse);");
    }

    @Test
    void theTopicsAreDescribed() {
        assertThat(app.send(Request.get("/asyncapi.json")).expect(200).at("/channels/user.events/address"))
                .isEqualTo("user.events");
    }
}
