package dev.mstv.platform.events;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.persistence.Page;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do about events that no attempt has helped: who asks does not know whose they are, so every module
 * is asked, wherever it runs. Thread-safe.
 */
@Singleton
public final class DeadLetters {

    private final List<String> modules;
    private final Bus bus;

    DeadLetters(Composition composition, Bus bus) {
        this.modules = composition.all();
        this.bus = bus;
    }

    /** The letters of all modules, oldest first. */
    public Page<DeadLetter> page(int limit, @Nullable UUID after) {
        List<DeadLetter> oneMore = modules.stream()
                .flatMap(module -> bus.ask(new ListDeadLetters(module, after, limit + 1)).stream())
                // As text they have the order of the database, which compares without a sign.
                .sorted(Comparator.comparing(letter -> letter.id().toString()))
                .limit(limit + 1L)
                .toList();
        return Page.of(oneMore, limit, DeadLetter::id);
    }

    /** As {@link ReplayDeadLetter}. */
    public Treatment replay(UUID id) {
        return treat(module -> new ReplayDeadLetter(module, id));
    }

    /** As {@link DiscardDeadLetter}. */
    public Treatment discard(UUID id) {
        return treat(module -> new DiscardDeadLetter(module, id));
    }

    private <C extends Command<Treatment> & OfModule> Treatment treat(Function<String, C> decision) {
        return modules.stream()
                .map(module -> bus.send(decision.apply(module)))
                .filter(treatment -> treatment != Treatment.MISSING)
                .findFirst()
                .orElse(Treatment.MISSING);
    }
}
