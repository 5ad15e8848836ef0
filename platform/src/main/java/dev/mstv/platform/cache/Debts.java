package dev.mstv.platform.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What Redis could not be told: the newest version of each id. Thread-safe. */
final class Debts {

    private static final int MOST = 100_000;
    private static final int AT_ONCE = 500;

    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    /** False if there are too many already. */
    boolean add(UUID id, long version) {
        if (versions.size() >= MOST) {
            return false;
        }
        versions.merge(id, version, Math::max);
        return true;
    }

    /** Forgets those that {@code pay} returns from; whatever it throws leaves the rest. */
    void pay(Consumer<Map<UUID, Long>> pay) {
        while (!versions.isEmpty()) {
            Map<UUID, Long> some = new HashMap<>();
            for (Map.Entry<UUID, Long> debt : versions.entrySet()) {
                if (some.size() == AT_ONCE) {
                    break;
                }
                some.put(debt.getKey(), debt.getValue());
            }
            pay.accept(some);
            some.forEach(versions::remove);
        }
    }
}
