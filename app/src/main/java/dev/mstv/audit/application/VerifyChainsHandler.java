package dev.mstv.audit.application;

import dev.mstv.audit.Verification;
import dev.mstv.audit.Verification.BrokenEvent;
import dev.mstv.audit.VerifyChains;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.events.BrokenLink;
import dev.mstv.platform.events.HashChains;
import dev.mstv.platform.events.HashChains.Finding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the chains of every store that is here, and then looks in them for every event that the trail knows. */
@Singleton
final class VerifyChainsHandler implements QueryHandler<VerifyChains, Verification> {

    private final Composition composition;
    private final HashChains chains;
    private final RemovedEvents removed;

    VerifyChainsHandler(Composition composition, HashChains chains, RemovedEvents removed) {
        this.composition = composition;
        this.chains = chains;
        this.removed = removed;
    }

    @Override
    public Verification handle(VerifyChains query) {
        long checked = 0;
        for (String module : composition.modules().stream().sorted().toList()) {
            Finding finding = chains.walk(module);
            checked += finding.checked();
            if (finding.firstBroken().isPresent()) {
                return verification(checked, broken(finding.firstBroken().get()));
            }
        }
        Optional<BrokenEvent> gone = removed.first(composition.modules());
        return verification(checked, gone.orElse(null));
    }

    private Verification verification(long checked, @Nullable BrokenEvent broken) {
        List<String> unchecked = composition.all().stream()
                .filter(module -> !composition.modules().contains(module))
                .sorted()
                .toList();
        return new Verification(broken == null && unchecked.isEmpty(), checked, broken, unchecked);
    }

    private static BrokenEvent broken(BrokenLink link) {
        String fault = link.fault().name().toLowerCase(Locale.ROOT);
        return new BrokenEvent(link.module(), link.stream(), link.version(), link.eventId(), fault);
    }
}
