package dev.mstv.audit.application;

import dev.mstv.audit.AuditEntry;
import dev.mstv.audit.ListEntries;
import dev.mstv.platform.persistence.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that has happened, and is never changed. */
public interface Trail {

    /** Remembers an event; one that is known already stays as it is. */
    void add(AuditEntry entry);

    /** Those that the query asks for; empty if it goes on after an event that is not here. */
    Optional<Page<AuditEntry>> page(ListEntries query);

    /** Which events are here, in the order of their ids after one of them. */
    List<Known> known(@Nullable UUID after, int limit);

    /** An event and where it is stored. */
    record Known(UUID eventId, String module, UUID subject, long sequence) {}
}
