package dev.mstv.platform.socket;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The client's part of the handshake (RFC 6455, section 4.2). */
final class Handshake {

    private static final String APPENDED = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /**
     * The answer to the client's key.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code not_a_websocket} if the request is no handshake of this version
     */
    static String accept(HttpRequest<?> request) {
        String key = request.getHeaders().get("Sec-WebSocket-Key");
        if (key == null
                || !isKey(key)
                || !has(request, "Upgrade", "websocket")
                || !has(request, "Connection", "upgrade")
                || !has(request, "Sec-WebSocket-Version", "13")) {
            throw Problem.of(
                            ProblemKind.INVALID,
                            "not_a_websocket",
                            "This address is for WebSockets of version 13 (RFC 6455).")
                    .refusal();
        }
        return Base64.getEncoder()
                .encodeToString(sha1().digest((key + APPENDED).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** What a header lists. */
    static List<String> listed(HttpRequest<?> request, String header) {
        return values(request, header).toList();
    }

    private static Stream<String> values(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip);
    }

    private static boolean has(HttpRequest<?> request, String header, String value) {
        return values(request, header).anyMatch(value::equalsIgnoreCase);
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
