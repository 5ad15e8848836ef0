package dev.mstv.platform.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Environment variables, read by type. A value that is not allowed is noted as a fault and its default is used, so that
 * all faults of a start are known together; {@link #refuseFaults} ends the reading. Not thread-safe.
 */
public final class Variables {

    private final Map<String, String> values;
    private final Map<String, Boolean> switches = new TreeMap<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    private record Fault(String name, String what) {
        @Override
        public String toString() {
            return name + ": " + what;
        }
    }

    /** Empty values count as absent. */
    public Variables(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        this.values.values().removeIf(String::isBlank);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** True if the variable has a value, allowed or not. */
    public boolean present(String name) {
        return values.containsKey(name);
    }

    /** Whether the process is to listen at any port; then it wants no fixed one beside it. */
    boolean anyPort() {
        return text("PORT").filter("0"::equals).isPresent();
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** A comma-separated list without blanks; empty if the variable is absent. */
    public Set<String> list(String name) {
        Set<String> items = new LinkedHashSet<>();
        for (String item : text(name, "").split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    public boolean flag(String name, boolean otherwise) {
        boolean on = parsed(name, otherwise, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
        switches.put(name, on);
        return on;
    }

    /** What was read by {@link #flag} so far, by name. */
    Map<String, Boolean> switches() {
        return Map.copyOf(switches);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public long number(String name, long otherwise, long least, long most) {
        return parsed(name, otherwise, "a whole number from " + least + " to " + most, text -> {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** {@code 500ms}, {@code 30s}, {@code 15m}, {@code 12h}, {@code 7d}, or a bare number of milliseconds; not zero. */
    public Duration duration(String name, Duration otherwise) {
        return parsed(name, otherwise, "a duration such as 500ms, 30s, 15m, 12h or 7d", Durations::parse);
    }

    /** The value that {@code parse} makes of the text; an {@link IllegalArgumentException} of it makes a fault. */
    public <T> T parsed(String name, T otherwise, String allowed, Function<String, T> parse) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parse.apply(text.get());
        } catch (IllegalArgumentException e) {
            fault(name, "is not valid, allowed is " + allowed);
            return otherwise;
        }
    }

    /** Notes a fault. {@code what} must not hold the value of a secret. */
    public void fault(String name, String what) {
        faults.add(new Fault(name, what));
    }

    /** What was noted so far, by variable. */
    Map<String, String> faults() {
        Map<String, String> byName = new TreeMap<>();
        faults.forEach(fault -> byName.merge(fault.name(), fault.what(), (one, other) -> one + "; " + other));
        return byName;
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigurationException naming all faults, if there are any
     */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    faults.stream().map(Fault::toString).toList());
        }
    }
}
