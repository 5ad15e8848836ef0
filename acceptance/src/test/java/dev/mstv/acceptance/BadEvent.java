package dev.mstv.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that may stand in a topic and that no subscriber of ours can do much with.
 *
 * @param key as it is written; none if it is not there
 * @param value as it is written; none for a record without a value
 */
// Nobody compares or changes the bytes.
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record BadEvent(String name, Optional<byte[]> key, Optional<byte[]> value, Outcome becomes) {

    /** What becomes of it. */
    enum Outcome {
        DEAD_LETTER,
        SKIPPED
    }

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String STREAM = "018f0000-0000-7000-8000-000000000001";

    private static final List<BadEvent> ALL = made();

    /** Every sort of it, the same ones each time. */
    static List<BadEvent> all() {
        return ALL;
    }

    private static List<BadEvent> made() {
        String good = deleted(STREAM, UUID.randomUUID().toString());
        return List.of(
                of("an unknown type", STREAM, good.replace("user.deleted", "moon.risen"), Outcome.SKIPPED),
                of("truncated JSON", STREAM, good.substring(0, good.length() / 2), Outcome.DEAD_LETTER),
                of("no JSON", STREAM, "\u0000\u0001 hello", Outcome.DEAD_LETTER),
                of("JSON that is no event", STREAM, "[1, 2, 3]", Outcome.DEAD_LETTER),
                of("JSON nested without end", STREAM, "[".repeat(100_000), Outcome.DEAD_LETTER),
                of("another version of CloudEvents", STREAM, good.replace("\"1.0\"", "\"0.3\""), Outcome.DEAD_LETTER),
                of(
                        "data that are text",
                        STREAM,
                        good.replaceFirst("\"data\":.*", "\"data\":\"x\"}"),
                        Outcome.DEAD_LETTER),
                of(
                        "an id that is none",
                        STREAM,
                        good.replaceFirst("\"id\":\"[^\"]*", "\"id\":\"7"),
                        Outcome.DEAD_LETTER),
                of("a type with NUL", STREAM, good.replaceFirst("user.deleted", "user\\\\u0000"), Outcome.DEAD_LETTER),
                of(
                        "a type without end",
                        STREAM,
                        good.replaceFirst("user.deleted", "x".repeat(10_000)),
                        Outcome.DEAD_LETTER),
                of(
                        "a sequence of zero",
                        STREAM,
                        good.replace("\"sequence\":\"1\"", "\"sequence\":\"0\""),
                        Outcome.DEAD_LETTER),
                of(
                        "a time beyond all times",
                        STREAM,
                        good.replaceFirst("\"time\":\"[^\"]*", "\"time\":\"+999999999-01-01T00:00:00Z"),
                        Outcome.DEAD_LETTER),
                of("a key of another aggregate", UUID.randomUUID().toString(), good, Outcome.DEAD_LETTER),
                of("a key that is no text", "\u00ff\u00fe", good, Outcome.DEAD_LETTER),
                new BadEvent("no key", Optional.empty(), Optional.of(bytes(good)), Outcome.DEAD_LETTER),
                new BadEvent("no value", Optional.of(bytes(STREAM)), Optional.empty(), Outcome.DEAD_LETTER),
                of(
                        "ten megabytes",
                        STREAM,
                        good.replaceFirst("\"data\":\\{", "\"data\":{\"much\":\"" + much() + "\","),
                        Outcome.DEAD_LETTER));
    }

    /** A whole event: a user is gone. */
    static String deleted(String stream, String id) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/mstv/users\",\"type\":\"user.deleted\","
                + "\"subject\":\"" + stream + "\",\"time\":\"2026-01-01T00:00:00Z\",\"sequence\":\"1\","
                + "\"schemaversion\":1,\"actor\":\"system\",\"correlationid\":\"r\","
                + "\"data\":{\"userId\":\"" + stream + "\"}}";
    }

    private static BadEvent of(String name, String key, String value, Outcome outcome) {
        return new BadEvent(
                name, Optional.of(key.getBytes(StandardCharsets.ISO_8859_1)), Optional.of(bytes(value)), outcome);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String much() {
        char[] much = new char[TEN_MEGABYTES];
        Arrays.fill(much, 'x');
        return new String(much);
    }

    @Override
    public String toString() {
        return name;
    }
}
