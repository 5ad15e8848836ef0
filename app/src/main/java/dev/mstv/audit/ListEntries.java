package dev.mstv.audit;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries that meet every filter, newest first; a filter that is null lets all pass.
 *
 * @param subject the aggregate they tell of
 * @param actor a user's id, {@code system} or {@code anonymous}
 * @param type such as {@code user.registered}
 * @param from from this moment on
 * @param to before this moment
 * @param limit how many at most
 * @param after the event after which the list goes on; null for its beginning
 */
@UseCase(value = "audit.list_entries", action = "list", subject = "AuditEntry")
public record ListEntries(
        @Nullable UUID subject,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,36}", message = "must be a user's id, system or anonymous")
        String actor,

        @Nullable @Pattern(regexp = "[a-z0-9_.]{1,100}", message = "must be a type of event")
        String type,

        @Nullable Instant from,
        @Nullable Instant to,
        @Min(1) @Max(100) int limit,
        @Nullable UUID after)
        implements Query<Page<AuditEntry>> {}
