package dev.mstv.platform.persistence;

import dev.mstv.platform.bus.OutcomeStore;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps outcomes in {@code <module>_idempotency}, in the database in which the command stores its effect. */
@Singleton
final class SqlOutcomeStore implements OutcomeStore {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Databases databases;
    private final Clock clock;

    SqlOutcomeStore(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    @Override
    public Claim claim(String module, String key, String fingerprint, Duration lease) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        return databases.of(module).apart(handle -> {
            handle.createUpdate("DELETE FROM " + table(module) + " WHERE id = :key AND kept_until < :now")
                    .bind("key", key)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .execute();
            if (insert(handle, module, key, fingerprint, holder, now.plus(lease), now)) {
                return new Claim.Held(key, holder);
            }
            return find(handle, module, key)
                    .map(row -> row.answer(fingerprint))
                    // It was given back just now; the caller may try again.
                    .orElse(new Claim.Running());
        });
    }

    @Override
    public void complete(String module, Claim.Held claim, String outcome) {
        int updated = databases.of(module).call(handle -> handle.createUpdate(
                        "UPDATE " + table(module)
                                + " SET outcome = :outcome, person = CAST(:person AS uuid), kept_until = :until WHERE id = :key AND holder = :holder")
                .bind("outcome", outcome)
                .bind("person", person())
                .bind("until", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                .bind("key", claim.key())
                .bind("holder", claim.holder())
                .execute());
        if (updated == 0) {
            throw Problem.of(ProblemKind.CONFLICT, "idempotency_in_progress", "This took too long and runs again.")
                    .refusal();
        }
    }

    @Override
    public void release(String module, Claim.Held claim) {
        databases.of(module).apart(handle -> handle.createUpdate(
                        "DELETE FROM " + table(module) + " WHERE id = :key AND holder = :holder AND outcome IS NULL")
                .bind("key", claim.key())
                .bind("holder", claim.holder())
                .execute());
    }

    private static boolean insert(
            Handle handle, String module, String key, String fingerprint, String holder, Instant until, Instant now) {
        return handle.createUpdate("INSERT INTO " + table(module)
                                + " (id, fingerprint, holder, kept_until, created_at)"
                                + " VALUES (:key, :fingerprint, :holder, :until, :now) ON CONFLICT (id) DO NOTHING")
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("holder", holder)
                        // Until it is done, a key is kept for as long as its run may take.
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static Optional<Row> find(Handle handle, String module, String key) {
        return handle.createQuery("SELECT fingerprint, outcome FROM " + table(module) + " WHERE id = :key")
                .bind("key", key)
                .map((row, context) -> Row.of(row))
                .findOne();
    }

    private static @Nullable UUID person() {
        UnitOfWork current = UnitOfWork.ofThread();
        return current == null ? null : current.person();
    }

    private static String table(String module) {
        return module + "_idempotency";
    }

    private record Row(String fingerprint, @Nullable String outcome) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getString("fingerprint"), row.getString("outcome"));
        }

        Claim answer(String wanted) {
            if (!fingerprint.equals(wanted)) {
                return new Claim.Reused();
            }
            return outcome == null ? new Claim.Running() : new Claim.Done(outcome);
        }
    }
}
