package dev.mstv.acceptance;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How much is killed, and which way events take; from the properties {@code mstv.chaos.*}.
 *
 * @param transport {@code local} or {@code kafka}
 * @param victims the kinds of what may be killed
 * @param seed of what is killed when; with the same one the choices are the same
 */
record ChaosPlan(String transport, List<String> victims, int kills, long seed) {

    static final String LOCAL = "local";
    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";
    static final String REDIS = "redis";

    private static final String SHORT = "3";

    /** One for each transport that is asked for. */
    static List<ChaosPlan> all() {
        return property("transport", LOCAL + "," + KAFKA).stream()
                .map(ChaosPlan::of)
                .toList();
    }

    private static ChaosPlan of(String transport) {
        return new ChaosPlan(
                transport,
                property("victims", String.join(",", Node.KIND, POSTGRES, KAFKA, REDIS)),
                Integer.parseInt(property("kills", SHORT).getFirst()),
                property("seed", "").stream()
                        .filter(seed -> !seed.isEmpty())
                        .map(Long::valueOf)
                        .findFirst()
                        .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000)));
    }

    boolean kafka() {
        return transport.equals(KAFKA);
    }

    boolean redis() {
        return victims.contains(REDIS);
    }

    private static List<String> property(String name, String otherwise) {
        return List.of(System.getProperty("mstv.chaos." + name, otherwise).split(","));
    }

    @Override
    public String toString() {
        return "%s, %d kills, seed %d".formatted(transport, kills, seed);
    }
}
