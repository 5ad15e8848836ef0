package dev.mstv.platform.graphql;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message of graphql-transport-ws, from a client.
 *
 * @param id of the operation; null where it is about none
 * @param type as the protocol has it
 * @param payload null if there is none
 */
record SocketMessage(
        @Nullable String id,
        @Nullable String type,
        @Nullable JsonNode payload) {

    /** One to a client. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Out(@Nullable String id, String type, @Nullable Object payload) {}
}
