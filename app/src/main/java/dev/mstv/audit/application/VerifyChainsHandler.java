package dev.mstv.audit.application;

import dev.mstv.audit.Verification;
import dev.mstv.audit.Verification.BrokenEvent;
import dev.mstv.audit.VerifyChains;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.events.BrokenLink;
import dev.mstv.platform.events.VerifyStore;
import dev.mstv.platform.events.VerifyStore.Finding;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the chains of every store that can be reached, and then looks in them for every event that the trail knows. */
@Singleton
final class VerifyChainsHandler implements QueryHandler<VerifyChains, Verification> {

    private final Composition composition;
    private final Bus bus;
    private final RemovedEvents removed;

    VerifyChainsHandler(Composition composition, Bus bus, RemovedEvents removed) {
        this.composition = composition;
        this.bus = bus;
        this.removed = removed;
    }

    @Override
    public Verification handle(VerifyChains query) {
        long checked = 0;
        List<String> unchecked = new ArrayList<>();
        List<String> modules = composition.all().stream().sorted().toList();
        for (String module : modules) {
            Optional<Finding> finding = finding(module);
            if (finding.isEmpty()) {
                unchecked.add(module);
                continue;
            }
            checked += finding.get().checked();
            Optional<BrokenLink> broken = finding.get().firstBroken();
            if (broken.isPresent()) {
                return verification(checked, broken(broken.get()), unchecked);
            }
        }
        Set<String> reached = new HashSet<>(modules);
        unchecked.forEach(reached::remove);
        Optional<BrokenEvent> gone = removed.first(reached);
        return verification(checked, gone.orElse(null), unchecked);
    }

    /** Empty if no process that has the module can be reached. */
    private Optional<Finding> finding(String module) {
        try {
            return Optional.of(bus.ask(new VerifyStore(module)));
        } catch (Refusal refusal) {
            if (refusal.problem().kind() == ProblemKind.UNAVAILABLE) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Verification verification(long checked, @Nullable BrokenEvent broken, List<String> unchecked) {
        return new Verification(broken == null && unchecked.isEmpty(), checked, broken, unchecked);
    }

    private static BrokenEvent broken(BrokenLink link) {
        String fault = link.fault().name().toLowerCase(Locale.ROOT);
        return new BrokenEvent(link.module(), link.stream(), link.version(), link.eventId(), fault);
    }
}
