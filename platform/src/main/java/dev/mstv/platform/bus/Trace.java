package dev.mstv.platform.bus;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a call stands in a distributed trace, as in W3C Trace Context.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 */
public record Trace(String traceId, String spanId, boolean sampled) {

    private static final int LENGTH = 55;

    public static Trace begin() {
        return new Trace(randomHex(32), randomHex(16), false);
    }

    /** Continues the trace of a {@code traceparent} header, or begins one if there is none or it is malformed. */
    public static Trace continued(@Nullable String traceparent) {
        if (traceparent == null || !wellFormed(traceparent)) {
            return begin();
        }
        boolean sampled = (Character.digit(traceparent.charAt(54), 16) & 1) == 1;
        return new Trace(traceparent.substring(3, 35), randomHex(16), sampled);
    }

    /** The header that passes this trace on. */
    public String traceparent() {
        return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean wellFormed(String header) {
        boolean longEnough = header.length() == LENGTH || (header.length() > LENGTH && header.charAt(LENGTH) == '-');
        return longEnough
                && header.charAt(2) == '-'
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && hex(header, 0, 2)
                && !header.startsWith("ff")
                && (header.length() == LENGTH || !header.startsWith("00"))
                && hex(header, 3, 35)
                && hex(header, 36, 52)
                && hex(header, 53, LENGTH)
                && !zero(header, 3, 35)
                && !zero(header, 36, 52);
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String randomHex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i += 16) {
            // Never zero: all zeros is not a valid id.
            hex.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1));
        }
        return hex.toString();
    }
}
