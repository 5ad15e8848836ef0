package dev.mstv.platform.cache;

/** What Redis holds for an id; the texts are those that the scripts write. */
sealed interface Entry {

    /** Somebody loads the value: {@code token} says who. */
    record Lease(String token) implements Entry {}

    /** The value of this version is about to be, or has become, the true one; older ones are not. */
    record Marker(long version) implements Entry {}

    /** A value, or that there is none. */
    record Value(long version, String content) implements Entry {}

    static Entry of(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'L' -> new Lease(rest);
            case 'M' -> new Marker(Long.parseLong(rest));
            case 'V' -> {
                int colon = rest.indexOf(':');
                yield new Value(Long.parseLong(rest.substring(0, colon)), rest.substring(colon + 1));
            }
            default -> throw new IllegalArgumentException("No entry of ours");
        };
    }
}
