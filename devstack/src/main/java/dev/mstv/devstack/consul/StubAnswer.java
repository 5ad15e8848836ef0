package dev.mstv.devstack.consul;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the stub answers.
 *
 * @param index of what was asked for; empty if nobody can wait for its changes
 */
record StubAnswer(int status, String body, Optional<String> index) {

    private static final int OK = 200;

    static StubAnswer text(int status, String text) {
        return new StubAnswer(status, text, Optional.empty());
    }

    static StubAnswer json(JsonNode json) {
        return text(OK, json.toString());
    }

    StubAnswer at(long index) {
        return new StubAnswer(status, body, Optional.of(Long.toString(index)));
    }
}
