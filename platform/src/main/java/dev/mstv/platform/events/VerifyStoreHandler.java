package dev.mstv.platform.events;

import dev.mstv.platform.bus.QueryHandler;
import jakarta.inject.Singleton;

/** Walks them where the store is. */
@Singleton
final class VerifyStoreHandler implements QueryHandler<VerifyStore, VerifyStore.Finding> {

    private final HashChains chains;

    VerifyStoreHandler(HashChains chains) {
        this.chains = chains;
    }

    @Override
    public VerifyStore.Finding handle(VerifyStore query) {
        return chains.walk(query.module());
    }
}
