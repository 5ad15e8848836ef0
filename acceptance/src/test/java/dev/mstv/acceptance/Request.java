package dev.mstv.acceptance;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request of HTTP/1.1, well-formed or not. Immutable. */
// Nobody compares or changes the bytes.
@SuppressWarnings("ArrayRecordComponent")
record Request(String method, String path, List<String> headers, byte[] body) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    static Request of(String method, String path) {
        return new Request(method, path, List.of(), new byte[0]);
    }

    static Request get(String path) {
        return of("GET", path);
    }

    static Request post(String path, String json) {
        return of("POST", path).json(json);
    }

    static Request delete(String path) {
        return of("DELETE", path);
    }

    Request header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Request(method, path, more, body);
    }

    Request bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Request json(String json) {
        return header("Content-Type", "application/json").body(json);
    }

    Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Request body(byte[] bytes) {
        return new Request(method, path, headers, bytes);
    }

    HttpRequest toHttp(URI base) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        return builder.build();
    }

    /** The bytes on the wire; text beyond ASCII goes out as ISO 8859-1, which is a byte per character. */
    byte[] toBytes() {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        if (!headers.contains("Transfer-Encoding") && !headers.contains("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
