package dev.mstv.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OpenAPI document that the build made from the controllers, without those that this process does not have, and with
 * the problem that any call may be answered with.
 */
@Singleton
@Requires(property = "mstv.documented", value = "true")
final class ApiDescription {

    private static final String BUILT = "META-INF/swagger/openapi.json";

    private final ObjectMapper json;
    private final byte[] description;

    ApiDescription(ObjectMapper json, Router router) {
        this.json = json;
        Set<String> here = router.uriRoutes()
                .map(route -> route.getHttpMethod() + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toUnmodifiableSet());
        try (InputStream in = ApiDescription.class.getClassLoader().getResourceAsStream(BUILT)) {
            ObjectNode document = in == null ? json.createObjectNode() : (ObjectNode) json.readTree(in);
            document.withObjectProperty("paths").properties().removeIf(path -> !describe(path, here));
            document.withObjectProperty("components")
                    .withObjectProperty("schemas")
                    .set("Problem", problem());
            this.description = json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return description.clone();
    }

    /** False if none of the path's operations is here. */
    private boolean describe(Entry<String, JsonNode> path, Set<String> here) {
        ObjectNode operations = (ObjectNode) path.getValue();
        operations
                .properties()
                .removeIf(operation -> isMethod(operation.getKey())
                        && !here.contains(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        for (Entry<String, JsonNode> operation : operations.properties()) {
            if (isMethod(operation.getKey())) {
                ((ObjectNode) operation.getValue())
                        .withObjectProperty("responses")
                        .set("default", problemResponse());
            }
        }
        return !operations.isEmpty();
    }

    private static boolean isMethod(String name) {
        return HttpMethod.parse(name.toUpperCase(Locale.ROOT)) != HttpMethod.CUSTOM;
    }

    private JsonNode problemResponse() {
        return parsed("""
                {"description": "A problem (RFC 9457)",
                 "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                """);
    }

    private JsonNode problem() {
        return parsed("""
                {"type": "object",
                 "required": ["type", "title", "status", "detail", "instance", "code", "requestId", "traceId"],
                 "properties": {
                   "type": {"type": "string"},
                   "title": {"type": "string"},
                   "status": {"type": "integer"},
                   "detail": {"type": "string"},
                   "instance": {"type": "string"},
                   "code": {"type": "string", "description": "Stable; decide by it."},
                   "requestId": {"type": "string"},
                   "traceId": {"type": "string"},
                   "errors": {"type": "array", "items": {"type": "object", "properties": {
                     "field": {"type": "string"}, "code": {"type": "string"}, "message": {"type": "string"}}}}}}
                """);
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
