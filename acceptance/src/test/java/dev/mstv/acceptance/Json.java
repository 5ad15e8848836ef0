package dev.mstv.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON texts that are made of others. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    /** An object with the members of another one in place of its own. */
    static String with(String object, String members) {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(object);
            node.setAll((ObjectNode) JSON.readTree(members));
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
