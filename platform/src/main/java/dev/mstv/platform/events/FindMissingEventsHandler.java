package dev.mstv.platform.events;

import dev.mstv.platform.bus.QueryHandler;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Looks them up in the store. */
@Singleton
final class FindMissingEventsHandler implements QueryHandler<FindMissingEvents, Set<UUID>> {

    private final HashChains chains;

    FindMissingEventsHandler(HashChains chains) {
        this.chains = chains;
    }

    @Override
    public Set<UUID> handle(FindMissingEvents query) {
        return chains.missing(query.module(), query.events());
    }
}
