package dev.mstv.platform.websocket;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.push.Audience;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a room.
 *
 * @param kind of what it is about, or {@code public}
 * @param rest which of these
 */
record RoomName(String kind, String rest) {

    private static final String PUBLIC = "public";
    private static final Pattern FORM = Pattern.compile("([a-z]{1,32}):([A-Za-z0-9._-]{1,64})");

    /**
     * The name that a text is.
     *
     * @throws Refusal {@code room_not_found} if it is none
     */
    static RoomName parse(@Nullable String text) {
        if (text == null) {
            throw Problem.invalid("room", "required", "room must be given").refusal();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw notFound();
        }
        return new RoomName(matcher.group(1), matcher.group(2));
    }

    static Refusal notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "room_not_found", "There is no such room.")
                .refusal();
    }

    boolean isPublic() {
        return kind.equals(PUBLIC);
    }

    /** Whom it is about; empty if that is no id. */
    Optional<UUID> id() {
        try {
            UUID id = UUID.fromString(rest);
            return id.toString().equals(rest) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Audience audience() {
        return new Audience(toString());
    }

    @Override
    public String toString() {
        return kind + ':' + rest;
    }
}
