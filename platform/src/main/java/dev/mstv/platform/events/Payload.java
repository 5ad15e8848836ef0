package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The data of an event.
 *
 * @param version of the schema that they fit
 */
public record Payload(int version, JsonNode data) {}
