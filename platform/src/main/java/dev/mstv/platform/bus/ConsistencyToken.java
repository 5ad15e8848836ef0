package dev.mstv.platform.bus;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which events a caller has caused and wants to find in what they read: positions in the event stores, by module. As text
 * {@code users-42.users-45.auth-7}.
 */
public record ConsistencyToken(Map<String, Set<Long>> positions) {

    /** Of a caller who has seen nothing. */
    public static final ConsistencyToken NONE = new ConsistencyToken(Map.of());

    private static final Pattern FORM = Pattern.compile("[a-z]{1,64}-\\d{1,18}(\\.[a-z]{1,64}-\\d{1,18}){0,31}");

    public ConsistencyToken {
        positions = Map.copyOf(positions);
    }

    /** The token that the text is; empty if it is none. */
    public static Optional<ConsistencyToken> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<String, Set<Long>> positions = new TreeMap<>();
        for (String part : text.split("\\.", -1)) {
            int dash = part.indexOf('-');
            positions
                    .computeIfAbsent(part.substring(0, dash), any -> new TreeSet<>())
                    .add(Long.parseLong(part.substring(dash + 1)));
        }
        return Optional.of(new ConsistencyToken(positions));
    }

    /** The positions in the store of a module; empty if the caller has seen none of it. */
    public Set<Long> of(String module) {
        return positions.getOrDefault(module, Set.of());
    }

    @Override
    public String toString() {
        return new TreeMap<>(positions)
                .entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().sorted().map(position -> entry.getKey() + '-' + position))
                        .collect(Collectors.joining("."));
    }
}
