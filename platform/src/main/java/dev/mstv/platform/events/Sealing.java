package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.security.DataKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal texts in the JSON of an event: {@code {"$sealed": "…"}} in the place of each. Without the key they are left
 * out, whatever version of the event they stand in.
 */
final class Sealing {

    private static final String SEALED = "$sealed";

    private Sealing() {}

    /** Whether the event has any of those texts. */
    static boolean needed(ObjectNode data, List<List<String>> paths) {
        return paths.stream().anyMatch(path -> text(data, path) != null);
    }

    /** Seals the texts at the paths; without a key they are removed. */
    static void seal(ObjectNode data, List<List<String>> paths, @Nullable DataKey key, UUID event) {
        for (List<String> path : paths) {
            JsonNode text = text(data, path);
            if (text == null) {
                continue;
            }
            ObjectNode parent = parent(data, path);
            String name = path.getLast();
            if (key == null) {
                parent.remove(name);
            } else {
                String sealed = key.seal(text.textValue().getBytes(StandardCharsets.UTF_8), place(event, name));
                parent.putObject(name).put(SEALED, sealed);
            }
        }
    }

    /** Opens what is sealed anywhere in the event. */
    static void open(JsonNode data, @Nullable DataKey key, UUID event) {
        if (!(data instanceof ObjectNode object)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : new ArrayList<>(object.properties())) {
            JsonNode sealed = field.getValue().get(SEALED);
            if (sealed == null) {
                open(field.getValue(), key, event);
            } else if (key == null) {
                object.remove(field.getKey());
            } else {
                byte[] text = key.open(sealed.textValue(), place(event, field.getKey()));
                object.put(field.getKey(), new String(text, StandardCharsets.UTF_8));
            }
        }
    }

    private static String place(UUID event, String name) {
        return event + "/" + name;
    }

    private static @Nullable JsonNode text(ObjectNode data, List<String> path) {
        JsonNode node = data;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isTextual() ? node : null;
    }

    private static ObjectNode parent(ObjectNode data, List<String> path) {
        ObjectNode node = data;
        for (String name : path.subList(0, path.size() - 1)) {
            node = (ObjectNode) node.get(name);
        }
        return node;
    }
}
