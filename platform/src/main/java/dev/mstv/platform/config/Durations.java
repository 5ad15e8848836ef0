package dev.mstv.platform.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the environment writes them. */
final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)?");
    private static final Duration MOST = Duration.ofDays(36_500);

    // From the longest on, so that a text is the shortest that says it.
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private Durations() {}

    /**
     * Reads {@code 500ms}, {@code 30s}, {@code 15m}, {@code 12h}, {@code 7d}, or a bare number of milliseconds.
     *
     * @throws IllegalArgumentException if it is none, is zero, or longer than a century
     */
    static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a duration: " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration unit = UNITS.get(Objects.requireNonNullElse(matcher.group(2), "ms"));
        if (amount == 0 || unit == null || amount > MOST.dividedBy(unit)) {
            throw new IllegalArgumentException("Not a duration: " + text);
        }
        return unit.multipliedBy(amount);
    }

    /** As {@link #parse} reads it, in whole milliseconds. */
    static String text(Duration duration) {
        return UNITS.entrySet().stream()
                .filter(unit -> duration.toMillis() % unit.getValue().toMillis() == 0)
                .findFirst()
                .map(unit -> duration.dividedBy(unit.getValue()) + unit.getKey())
                .orElseThrow();
    }
}
