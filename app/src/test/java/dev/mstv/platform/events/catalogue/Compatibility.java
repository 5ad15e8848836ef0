package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a published schema. Refused is whatever fails a reader of what is sent now, or of what was stored before:
 * a change of that kind needs a new version, with an upcaster.
 */
final class Compatibility {

    private final List<String> refused = new ArrayList<>();

    private Compatibility() {}

    /** The changes that are refused, one sentence each; empty if every reader goes on. */
    static List<String> refused(JsonNode published, JsonNode current) {
        Compatibility compatibility = new Compatibility();
        String topic = published.path("x-topic").asText();
        if (!topic.equals(current.path("x-topic").asText())) {
            compatibility.refused.add(
                    "its topic was " + topic + ", is " + current.path("x-topic").asText());
        }
        compatibility.compare("data", published, current);
        return compatibility.refused;
    }

    private void compare(String path, JsonNode published, JsonNode current) {
        if (!kind(published).equals(kind(current))) {
            refused.add(path + " was " + kind(published) + ", is " + kind(current));
            return;
        }
        if (published.has("x-personal") && !current.has("x-personal")) {
            refused.add(path + " was personal, and is stored encrypted, but is not personal now");
        }
        compareValues(path, published, current);
        compareFields(path, published, current);
        if (published.has("items")) {
            compare(path + "[]", published.path("items"), current.path("items"));
        }
    }

    private void compareValues(String path, JsonNode published, JsonNode current) {
        if (!current.has("enum")) {
            return;
        }
        if (!published.has("enum")) {
            refused.add(path + " had any value, has only " + texts(current.path("enum")) + " now");
            return;
        }
        Set<String> lost = texts(published.path("enum"));
        lost.removeAll(texts(current.path("enum")));
        lost.forEach(value -> refused.add(path + " cannot be " + value + " any more"));
    }

    private void compareFields(String path, JsonNode published, JsonNode current) {
        Set<String> before = texts(published.path("required"));
        Set<String> now = texts(current.path("required"));
        for (Entry<String, JsonNode> field : published.path("properties").properties()) {
            String name = field.getKey();
            if (!current.path("properties").has(name)) {
                refused.add(path + "." + name + " is gone");
                continue;
            }
            compare(
                    path + "." + name,
                    field.getValue(),
                    current.path("properties").path(name));
            if (before.contains(name) && !now.contains(name)) {
                refused.add(path + "." + name + " was always there, and may be missing now");
            }
        }
        now.removeAll(before);
        now.forEach(name -> refused.add(path + "." + name + " is required now, and old events lack it"));
    }

    private static String kind(JsonNode schema) {
        String format = schema.path("format").asText();
        return schema.path("type").asText() + (format.isEmpty() ? "" : " (" + format + ")");
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
