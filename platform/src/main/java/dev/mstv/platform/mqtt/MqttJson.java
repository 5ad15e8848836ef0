package dev.mstv.platform.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Payloads. */
final class MqttJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private MqttJson() {}

    static String write(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written", e);
        }
    }
}
