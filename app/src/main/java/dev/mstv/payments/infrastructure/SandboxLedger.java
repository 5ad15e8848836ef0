package dev.mstv.payments.infrastructure;

import dev.mstv.payments.PaymentSettings;
import dev.mstv.payments.domain.Money;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox has charged, in {@code payments_sandbox_charge}: one for all nodes, and apart from every transaction, as
 * the books of another company are. Never holds a token. Thread-safe.
 */
@Singleton
@Requires(property = PaymentSettings.PROPERTY, value = "sandbox")
final class SandboxLedger {

    private final Database database;
    private final Clock clock;

    SandboxLedger(Databases databases, Clock clock) {
        this.database = databases.of("payments");
        this.clock = clock;
    }

    /**
     * What happened with one key.
     *
     * @param reference of the charge; null if nothing was charged
     * @param reason for which nothing was; null if something was, or if it was reversed before
     */
    record Entry(@Nullable String reference, @Nullable String reason, boolean reversed) {}

    /** Writes a charge down, unless there is an entry with this key; gives the one that there is. */
    Entry charge(UUID key, Money amount, @Nullable String reference, @Nullable String reason) {
        return database.apart(handle -> entries(handle.createQuery("INSERT INTO payments_sandbox_charge (key, amount,"
                                + " currency, reference, reason, reversed, charge_requests, created_at) VALUES (:key,"
                                + " :amount, :currency, :reference, :reason, FALSE, 1, :now) ON CONFLICT (key)"
                                + " DO UPDATE SET charge_requests = payments_sandbox_charge.charge_requests + 1"
                                + " RETURNING *")
                        .bind("key", key)
                        .bind("amount", amount.amount())
                        .bind("currency", amount.currency().getCurrencyCode())
                        .bind("reference", reference)
                        .bind("reason", reason)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC)))
                .one());
    }

    Optional<Entry> find(UUID key) {
        return database.apart(
                handle -> entries(handle.createQuery("SELECT * FROM payments_sandbox_charge WHERE key = :key")
                                .bind("key", key))
                        .findOne());
    }

    /** Marks what is there as given back, or that nothing may ever be charged. */
    Entry reverse(UUID key) {
        return database.apart(handle -> entries(handle.createQuery("INSERT INTO payments_sandbox_charge (key, reversed,"
                                + " charge_requests, created_at) VALUES (:key, TRUE, 0, :now) ON CONFLICT (key)"
                                + " DO UPDATE SET reversed = TRUE RETURNING *")
                        .bind("key", key)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC)))
                .one());
    }

    private static ResultIterable<Entry> entries(Query query) {
        return query.map((row, context) ->
                new Entry(row.getString("reference"), row.getString("reason"), row.getBoolean("reversed")));
    }
}
