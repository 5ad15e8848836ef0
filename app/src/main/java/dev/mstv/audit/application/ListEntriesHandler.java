package dev.mstv.audit.application;

import dev.mstv.audit.AuditEntry;
import dev.mstv.audit.ListEntries;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.Problem;
import jakarta.inject.Singleton;

/** Lists what has happened. */
@Singleton
final class ListEntriesHandler implements QueryHandler<ListEntries, Page<AuditEntry>> {

    private final Trail trail;

    ListEntriesHandler(Trail trail) {
        this.trail = trail;
    }

    @Override
    public Page<AuditEntry> handle(ListEntries query) {
        if (query.from() != null && query.to() != null && !query.from().isBefore(query.to())) {
            throw Problem.invalid("to", "range", "to must be after from").refusal();
        }
        return trail.page(query)
                .orElseThrow(() -> Problem.invalid("cursor", "invalid_cursor", "This cursor did not come from here.")
                        .refusal());
    }
}
