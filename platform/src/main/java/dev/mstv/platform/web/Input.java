package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a request that are text in every protocol of the web. */
public final class Input {

    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final int UUID_LENGTH = 36;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private Input() {}

    /**
     * An id.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_id} if the text is not a UUID in its usual form
     */
    public static UUID id(String field, String text) {
        try {
            if (text.length() == UUID_LENGTH) {
                UUID id = UUID.fromString(text);
                if (id.toString().equalsIgnoreCase(text)) {
                    return id;
                }
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other text that is no id.
        }
        throw Problem.invalid(field, "invalid_id", field + " is not an id.").refusal();
    }

    /**
     * A value that must be there.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code required} if it is not
     */
    public static String required(String field, @Nullable String value) {
        if (value == null) {
            throw Problem.invalid(field, "required", field + " must not be null")
                    .refusal();
        }
        return value;
    }

    /**
     * A moment, as in RFC 3339; null for none.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_time} if the text is not of the form {@code
     *     2026-01-31T12:00:00Z}
     */
    public static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (TIME.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeParseException e) {
            // Told below, as any other text that is no time.
        }
        throw Problem.invalid(field, "invalid_time", field + " is not a time such as 2026-01-31T12:00:00Z.")
                .refusal();
    }

    /**
     * How many items a page has.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_limit} if it is not from 1 to 100
     */
    public static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        return inRange(LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0);
    }

    /**
     * As {@link #limit(String)}, in a protocol where 0 is what nobody has said.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_limit} if it is not from 1 to 100
     */
    public static int limit(int number) {
        return number == 0 ? DEFAULT_LIMIT : inRange(number);
    }

    private static int inRange(int limit) {
        if (limit >= 1 && limit <= MAX_LIMIT) {
            return limit;
        }
        throw Problem.invalid("limit", "invalid_limit", "limit is a whole number from 1 to 100.")
                .refusal();
    }

    /**
     * The id after which a list goes on; null for its beginning.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_cursor} if it did not come from {@link Cursor}
     */
    public static @Nullable UUID cursor(@Nullable String text) {
        return text == null ? null : Cursor.decode(text);
    }
}
