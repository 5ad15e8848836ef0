package dev.mstv.devstack.consul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.devstack.consul.StubService.Check;
import dev.mstv.devstack.consul.StubService.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the stub knows as Consul writes it. */
final class StubJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NODE = "stub";
    private static final String NODE_ADDRESS = "127.0.0.1";

    private StubJson() {}

    static StubService service(JsonNode registration) {
        Map<String, String> meta = new TreeMap<>();
        field(registration, "Meta")
                .properties()
                .forEach(entry -> meta.put(entry.getKey(), entry.getValue().asText()));
        JsonNode check = field(registration, "Check");
        boolean passing =
                check.isMissingNode() || field(check, "Status").asText().equals("passing");
        return new StubService(
                field(registration, "ID").asText(),
                field(registration, "Name").asText(),
                field(registration, "Address").asText(""),
                field(registration, "Port").asInt(),
                meta,
                field(check, "HTTP").isTextual() ? Optional.of(check(check)) : Optional.empty(),
                passing ? Status.PASSING : Status.CRITICAL);
    }

    /** A field of a request: Go, in which Consul is written, does not tell upper from lower case in their names. */
    static JsonNode field(JsonNode object, String name) {
        return object.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static ObjectNode agentServices(Collection<StubService> services) {
        ObjectNode all = JSON.createObjectNode();
        services.forEach(service -> all.set(service.id(), service(service)));
        return all;
    }

    static ArrayNode health(List<StubService> services) {
        ArrayNode all = JSON.createArrayNode();
        for (StubService service : services) {
            ObjectNode entry = all.addObject();
            entry.putObject("Node")
                    .put("Node", NODE)
                    .put("Address", NODE_ADDRESS)
                    .put("Datacenter", "dc1");
            entry.set("Service", service(service));
            service.check().ifPresent(check -> entry.withArray("Checks").add(check(service)));
            entry.withArray("Checks");
        }
        return all;
    }

    static ArrayNode rows(List<StubKeys.Row> rows) {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(row -> all.addObject()
                .put("Key", row.key())
                .put("Value", encoded(row.value()))
                .put("Flags", 0)
                .put("LockIndex", 0)
                .put("CreateIndex", row.created())
                .put("ModifyIndex", row.modified()));
        return all;
    }

    static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode service(StubService service) {
        ObjectNode json = JSON.createObjectNode()
                .put("ID", service.id())
                .put("Service", service.name())
                .put("Address", service.address())
                .put("Port", service.port())
                .put("EnableTagOverride", false);
        json.putArray("Tags");
        ObjectNode meta = json.putObject("Meta");
        service.meta().forEach(meta::put);
        return json;
    }

    private static ObjectNode check(StubService service) {
        return JSON.createObjectNode()
                .put("Node", NODE)
                .put("CheckID", "service:" + service.id())
                .put("Name", "Service '" + service.name() + "' check")
                .put("Status", service.status().name().toLowerCase(Locale.ROOT))
                .put("Notes", "")
                .put("Output", "")
                .put("ServiceID", service.id())
                .put("ServiceName", service.name());
    }

    private static Check check(JsonNode check) {
        return new Check(
                field(check, "HTTP").asText(),
                StubRequest.duration(field(check, "Interval").asText()),
                StubRequest.duration(field(check, "Timeout").asText("10s")),
                StubRequest.duration(
                        field(check, "DeregisterCriticalServiceAfter").asText("1m")));
    }
}
