package dev.mstv.devstack.consul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.devstack.consul.StubKeys.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls that the stub knows. */
final class StubApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String REGISTER = "agent/service/register";
    private static final String DEREGISTER = "agent/service/deregister/";
    private static final String HEALTH = "health/service/";
    private static final String KV = "kv/";

    private final StubState state;

    StubApi(StubState state) {
        this.state = state;
    }

    StubAnswer answer(StubRequest request) throws IOException, InterruptedException {
        if (request.is("PUT", REGISTER)) {
            return register(JSON.readTree(request.body()));
        }
        if (request.is("PUT", DEREGISTER)) {
            return deregister(request.after(DEREGISTER));
        }
        if (request.is("GET", "agent/services")) {
            return StubAnswer.json(StubJson.agentServices(state.services().all()));
        }
        if (request.is("GET", HEALTH)) {
            return health(request);
        }
        if (request.is("PUT", "txn")) {
            return transaction(JSON.readTree(request.body()));
        }
        return request.path().startsWith(KV) ? keys(request) : StubAnswer.text(NOT_FOUND, "No such call of the stub");
    }

    private StubAnswer register(JsonNode registration) {
        state.services().put(StubJson.service(registration));
        return StubAnswer.text(200, "");
    }

    private StubAnswer deregister(String id) {
        if (state.services().all().stream().noneMatch(service -> service.id().equals(id))) {
            return StubAnswer.text(NOT_FOUND, "Unknown service ID \"" + id + "\"");
        }
        state.services().remove(id);
        return StubAnswer.text(200, "");
    }

    private StubAnswer health(StubRequest request) throws InterruptedException {
        StubIndex.Table table = state.services().table();
        request.await(table);
        long index = table.index();
        List<StubService> found = state.services().named(request.after(HEALTH)).stream()
                .filter(service -> !request.has("passing") || service.passing())
                .toList();
        return StubAnswer.json(StubJson.health(found)).at(index);
    }

    private StubAnswer keys(StubRequest request) throws InterruptedException {
        String key = request.after(KV);
        return switch (request.method()) {
            case "PUT" -> {
                state.keys().put(key, request.body());
                yield StubAnswer.text(200, "true");
            }
            case "DELETE" -> {
                state.keys().delete(key);
                yield StubAnswer.text(200, "true");
            }
            case "GET" -> found(request, key);
            default -> StubAnswer.text(BAD_REQUEST, "No such call of the stub");
        };
    }

    private StubAnswer found(StubRequest request, String key) throws InterruptedException {
        StubIndex.Table table = state.keys().table();
        request.await(table);
        long index = table.index();
        ArrayNode rows = StubJson.rows(state.keys().find(key, request.has("recurse")));
        return (rows.isEmpty() ? StubAnswer.text(NOT_FOUND, "") : StubAnswer.json(rows)).at(index);
    }

    private StubAnswer transaction(JsonNode operations) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode operation : operations) {
            JsonNode kv = StubJson.field(operation, "KV");
            String key = StubJson.field(kv, "Key").asText();
            switch (StubJson.field(kv, "Verb").asText()) {
                case "set" -> {
                    String value = StubJson.decoded(StubJson.field(kv, "Value").asText());
                    changes.add(new Change(key, Optional.of(value)));
                }
                case "delete" -> changes.add(new Change(key, Optional.empty()));
                default -> {
                    return StubAnswer.text(BAD_REQUEST, "No such operation of the stub: " + operation);
                }
            }
        }
        state.keys().change(changes);
        ObjectNode answer = JSON.createObjectNode().putNull("Errors");
        ArrayNode results = answer.putArray("Results");
        // What was removed has no result.
        changes.forEach(change -> StubJson.rows(state.keys().find(change.key(), false))
                .forEach(row -> results.addObject().set("KV", row)));
        return StubAnswer.json(answer);
    }
}
