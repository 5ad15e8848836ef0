package dev.mstv.platform.socket;

import dev.mstv.platform.problem.Problem;
import java.util.Arrays;

/** Why this side closes a socket: RFC 6455, section 7.4, and from 4000 on as graphql-transport-ws has it. */
public enum CloseCode {
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    NOT_UTF8(1007),
    TOO_BIG(1009),
    INTERNAL_ERROR(1011),
    TRY_AGAIN_LATER(1013),
    BAD_MESSAGE(4400),
    UNAUTHORIZED(4401),
    NOT_INITIALISED(4408),
    DUPLICATE(4409),
    TOO_MANY(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    /** As it stands in the frame. */
    public int number() {
        return number;
    }

    /** For who may not stay, and why. */
    public static CloseCode of(Problem why) {
        return switch (why.kind()) {
            case UNAVAILABLE -> TRY_AGAIN_LATER;
            case TOO_MANY -> TOO_MANY;
            case INTERNAL -> INTERNAL_ERROR;
            default -> UNAUTHORIZED;
        };
    }

    static CloseCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElse(PROTOCOL_ERROR);
    }
}
