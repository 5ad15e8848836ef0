package dev.mstv.bench;

import dev.mstv.platform.bus.QueryHandler;
import jakarta.inject.Singleton;

/** Gives the number back. */
@Singleton
final class NoopHandler implements QueryHandler<Noop, Integer> {

    @Override
    public Integer handle(Noop query) {
        return query.number();
    }
}
