package dev.mstv.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies that are not the JSON document that is expected, at every call that takes one. */
final class BadBodies {

    private static final String MALFORMED = "400 malformed_body";
    private static final String UNSUPPORTED = "415 unsupported_media_type";

    private BadBodies() {}

    static Stream<Bad> rows(Account admin) {
        return Endpoint.all(admin).stream()
                .flatMap(endpoint -> Stream.of(shapes(endpoint), encodings(endpoint), mediaTypes(endpoint))
                        .flatMap(rows -> rows));
    }

    private static Stream<Bad> shapes(Endpoint endpoint) {
        String body = endpoint.validBody();
        String first = endpoint.valid().keySet().iterator().next();
        String inside = body.substring(1, body.length() - 1);
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("no body", "");
        shapes.put("a blank body", " \r\n\t ");
        shapes.put("null", "null");
        shapes.put("an array", "[" + body + "]");
        shapes.put("an empty array", "[]");
        shapes.put("a text", "\"text\"");
        shapes.put("a number", "1");
        shapes.put("a truth", "true");
        shapes.put("an open object", "{");
        shapes.put("a missing brace", "{" + inside);
        shapes.put("a missing colon", "{\"" + first + "\" \"x\"}");
        shapes.put("a missing value", "{\"" + first + "\":}");
        shapes.put("an open text", "{\"" + first + "\":\"x}");
        shapes.put("a trailing comma", "{" + inside + ",}");
        shapes.put("single quotes", "{'" + first + "':'x'}");
        shapes.put("a bare name", "{" + first + ":\"x\"}");
        shapes.put("a comment", "{/* c */" + inside + "}");
        shapes.put("NaN", "{\"" + first + "\":NaN}");
        shapes.put("a leading zero", "{\"" + first + "\":007}");
        shapes.put("a number of 1000 digits", "{\"" + first + "\":" + "9".repeat(1000) + "}");
        shapes.put("a broken escape", "{\"" + first + "\":\"\\x41\"}");
        shapes.put("half an escape", "{\"" + first + "\":\"\\u12\"}");
        shapes.put("a raw control character", "{\"" + first + "\":\"a\u0000b\"}");
        shapes.put("a raw line break", "{\"" + first + "\":\"a\nb\"}");
        shapes.put("a second document", body + body);
        shapes.put("trailing text", body + " x");
        shapes.put("a duplicate key", "{" + inside + ",\"" + first + "\":\"x\"}");
        shapes.put("arrays 5000 deep", "[".repeat(5000));
        shapes.put("XML", "<a/>");
        return shapes.entrySet().stream()
                .map(shape -> Bad.of(shape.getKey(), endpoint.request().json(shape.getValue()), MALFORMED));
    }

    private static Stream<Bad> encodings(Endpoint endpoint) {
        String field = endpoint.valid().keySet().iterator().next();
        String body = endpoint.validBody();
        return Stream.of(
                bytes(endpoint, "a lone continuation byte", text(field, "\u0080")),
                bytes(endpoint, "an overlong slash", text(field, "\u00c0\u00af")),
                bytes(endpoint, "an overlong NUL", text(field, "\u00c0\u0080")),
                bytes(endpoint, "a surrogate in UTF-8", text(field, "\u00ed\u00a0\u0080")),
                bytes(endpoint, "a character beyond Unicode", text(field, "\u00f5\u0080\u0080\u0080")),
                bytes(endpoint, "a byte 0xFF", text(field, "\u00ff")),
                bytes(endpoint, "half a character", text(field, "\u00e2\u0082")),
                bytes(endpoint, "UTF-16", body.getBytes(StandardCharsets.UTF_16BE)),
                bytes(endpoint, "UTF-16 with a mark", body.getBytes(StandardCharsets.UTF_16)));
    }

    private static Stream<Bad> mediaTypes(Endpoint endpoint) {
        return List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "application/octet-stream")
                .stream()
                .map(type -> Bad.of(
                        "type " + type,
                        endpoint.request().header("Content-Type", type).body(endpoint.validBody()),
                        UNSUPPORTED));
    }

    private static Bad bytes(Endpoint endpoint, String name, byte[] body) {
        return Bad.of(name, endpoint.request().json("").body(body), MALFORMED);
    }

    /** Each character is one byte. */
    private static byte[] text(String field, String value) {
        return ("{\"" + field + "\":\"" + value + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    }
}
