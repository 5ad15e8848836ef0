package dev.mstv.audit.infrastructure;

import dev.mstv.audit.AuditEntry;
import dev.mstv.audit.ListEntries;
import dev.mstv.audit.application.Trail;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The trail in a table. */
@Singleton
final class SqlTrail implements Trail {

    private final Database database;

    SqlTrail(Databases databases) {
        this.database = databases.of("audit");
    }

    @Override
    public void add(AuditEntry entry) {
        database.run(handle -> handle.createUpdate("INSERT INTO audit_entry (event_id, module, type, schema_version,"
                        + " subject, sequence, actor, occurred_at, request_id, trace_id, causation_id, data) VALUES"
                        + " (:eventId, :module, :type, :schemaVersion, :subject, :sequence, :actor, :occurredAt,"
                        + " :requestId, :traceId, CAST(:causationId AS uuid), :data)"
                        + " ON CONFLICT (event_id) DO NOTHING")
                .bind("eventId", entry.eventId())
                .bind("module", entry.module())
                .bind("type", entry.type())
                .bind("schemaVersion", entry.schemaVersion())
                .bind("subject", entry.subject())
                .bind("sequence", entry.sequence())
                .bind("actor", entry.actor())
                .bind("occurredAt", utc(entry.occurredAt()))
                .bind("requestId", entry.requestId())
                .bind("traceId", entry.traceId())
                .bind("causationId", entry.causationId())
                .bind("data", AuditRow.text(entry.data()))
                .execute());
    }

    @Override
    public Optional<Page<AuditEntry>> page(ListEntries query) {
        return database.call(handle -> {
            OffsetDateTime afterAt = null;
            if (query.after() != null) {
                Optional<OffsetDateTime> at = occurredAt(handle, query.after());
                if (at.isEmpty()) {
                    return Optional.empty();
                }
                afterAt = at.get();
            }
            return Optional.of(Page.of(entries(handle, query, afterAt), query.limit(), AuditEntry::eventId));
        });
    }

    @Override
    public List<Known> known(@Nullable UUID after, int limit) {
        return database.call(handle -> handle.createQuery("SELECT event_id, module, subject, sequence FROM audit_entry"
                        + " WHERE event_id > :after ORDER BY event_id LIMIT :limit")
                .bind("after", after == null ? new UUID(0, 0) : after)
                .bind("limit", limit)
                .map((row, context) -> new Known(
                        row.getObject("event_id", UUID.class),
                        row.getString("module"),
                        row.getObject("subject", UUID.class),
                        row.getLong("sequence")))
                .list());
    }

    private static Optional<OffsetDateTime> occurredAt(Handle handle, UUID event) {
        return handle.createQuery("SELECT occurred_at FROM audit_entry WHERE event_id = :event")
                .bind("event", event)
                .mapTo(OffsetDateTime.class)
                .findOne();
    }

    private static List<AuditEntry> entries(Handle handle, ListEntries query, @Nullable OffsetDateTime afterAt) {
        String sql = "SELECT * FROM audit_entry WHERE " + String.join(" AND ", conditions(query))
                + " ORDER BY occurred_at DESC, event_id DESC LIMIT :rows";
        return handle.createQuery(sql)
                .bind("subject", query.subject())
                .bind("actor", query.actor())
                .bind("type", query.type())
                .bind("from", query.from() == null ? null : utc(query.from()))
                .bind("to", query.to() == null ? null : utc(query.to()))
                .bind("after", query.after())
                .bind("afterAt", afterAt)
                .bind("rows", query.limit() + 1)
                .map((row, context) -> AuditRow.entry(row))
                .list();
    }

    private static List<String> conditions(ListEntries query) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        addIf(query.subject(), "subject = :subject", conditions);
        addIf(query.actor(), "actor = :actor", conditions);
        addIf(query.type(), "type = :type", conditions);
        addIf(query.from(), "occurred_at >= :from", conditions);
        addIf(query.to(), "occurred_at < :to", conditions);
        addIf(query.after(), "(occurred_at, event_id) < (:afterAt, :after)", conditions);
        return conditions;
    }

    private static void addIf(@Nullable Object filter, String condition, List<String> conditions) {
        if (filter != null) {
            conditions.add(condition);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
