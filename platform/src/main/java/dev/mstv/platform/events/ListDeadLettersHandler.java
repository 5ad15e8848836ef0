package dev.mstv.platform.events;

import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks where undelivered events are kept. */
@Singleton
final class ListDeadLettersHandler implements QueryHandler<ListDeadLetters, List<DeadLetter>> {

    private final Databases databases;

    ListDeadLettersHandler(Databases databases) {
        this.databases = databases;
    }

    @Override
    public List<DeadLetter> handle(ListDeadLetters query) {
        return new Letters(databases.of(query.module())).dead(query.after(), query.limit());
    }
}
