package dev.mstv.platform.events;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do about events that no attempt has helped, of the modules that run here. Needs a
 * {@link CallContext}, whose caller may {@code manage} a {@code DeadLetter}; others are refused. Thread-safe.
 *
 * <p>An operation of the platform and no use case on the bus: a letter belongs to whichever module's subscriber it is of,
 * and who asks does not know which.
 */
@Singleton
public final class DeadLetters {

    private final TreeMap<String, ModuleLetters> modules;
    private final List<String> elsewhere;
    private final Transactions transactions;
    private final Gate gate;

    DeadLetters(
            Composition composition,
            Databases databases,
            Deliveries deliveries,
            EventStores stores,
            Transactions transactions,
            Gate gate,
            Settings settings) {
        this.modules = composition.modules().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        module -> new ModuleLetters(
                                new Letters(databases.of(module)),
                                deliveries.inbox(module),
                                stores.of(module),
                                settings.events().attempts()),
                        (one, other) -> one,
                        TreeMap::new));
        this.elsewhere = composition.all().stream()
                .filter(module -> !modules.containsKey(module))
                .sorted()
                .toList();
        this.transactions = transactions;
        this.gate = gate;
    }

    /** The modules whose letters are not here but in other processes. */
    public List<String> elsewhere() {
        return elsewhere;
    }

    /** The letters of all modules here, oldest first. */
    public Page<DeadLetter> page(int limit, @Nullable UUID after) {
        permit();
        List<DeadLetter> oneMore = modules.values().stream()
                .flatMap(module -> module.letters().dead(after, limit + 1).stream())
                // As text they have the order of the database, which compares without a sign.
                .sorted(Comparator.comparing(letter -> letter.id().toString()))
                .limit(limit + 1L)
                .toList();
        return Page.of(oneMore, limit, DeadLetter::id);
    }

    /** Has a letter tried exactly once more, at once; if that fails it is dead again. */
    public Treatment replay(UUID id) {
        return treat(id, ModuleLetters::replay);
    }

    /** Gives a letter up: its subscriber will never see the event, and the next one of its stream is due. */
    public Treatment discard(UUID id) {
        return treat(id, ModuleLetters::discard);
    }

    private Treatment treat(UUID id, Decision decision) {
        permit();
        return modules.entrySet().stream()
                .map(module -> transactions.inTransaction(module.getKey(), () -> decision.of(module.getValue(), id)))
                .filter(treatment -> treatment != Treatment.MISSING)
                .findFirst()
                .orElse(Treatment.MISSING);
    }

    private void permit() {
        Caller caller = CallContext.current().caller();
        gate.requireLiveSession(caller);
        gate.requireAny(caller, "manage", "DeadLetter");
    }

    @FunctionalInterface
    private interface Decision {
        Treatment of(ModuleLetters module, UUID id);
    }
}
