package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came back. Header names are in lower case. */
// Nobody compares or changes the bytes.
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(), new TreeMap<>(response.headers().map()), response.body());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON, with status " + status + ": " + text(), e);
        }
    }

    /** A part of the JSON body as text, by pointer. */
    String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** The same answer, having made sure of its status. */
    Answer expect(int expected) {
        assertThat(status).as(this::text).isEqualTo(expected);
        return this;
    }

    /** Status, code and refused fields of a problem, having made sure that it is a whole one (RFC 9457). */
    String problem() {
        assertThat(header("content-type")).as(this::toString).hasValue("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        for (String member : List.of("type", "title", "detail", "instance", "code", "requestId", "traceId")) {
            assertThat(problem.path(member).isTextual())
                    .as("%s in %s", member, problem)
                    .isTrue();
        }
        assertThat(header("x-request-id")).hasValue(problem.path("requestId").textValue());
        assertThat(header("x-trace-id")).hasValue(problem.path("traceId").textValue());
        List<String> fields = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> fields.add(error.path("field").textValue() + ":"
                        + error.path("code").textValue()));
        String code = problem.path("code").textValue();
        return status + " " + code + (fields.isEmpty() ? "" : " " + fields);
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}
