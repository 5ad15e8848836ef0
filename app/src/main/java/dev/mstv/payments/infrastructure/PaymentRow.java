package dev.mstv.payments.infrastructure;

import dev.mstv.payments.PaymentStatus;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.Origin;
import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.Purchase;
import dev.mstv.payments.domain.SealedToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A row of {@code payments_payment}, read as the aggregate. */
final class PaymentRow {

    private PaymentRow() {}

    static Payment payment(ResultSet row) throws SQLException {
        String token = row.getString("sealed_token");
        return new Payment(
                row.getObject("id", UUID.class),
                new Purchase(row.getObject("order_id", UUID.class), row.getObject("user_id", UUID.class), amount(row)),
                PaymentStatus.valueOf(row.getString("status")),
                row.getBoolean("order_cancelled"),
                token == null ? null : new SealedToken(token),
                row.getString("provider_reference"),
                row.getString("reason"),
                new Origin(
                        row.getObject("origin_event", UUID.class),
                        row.getString("origin_request"),
                        row.getString("origin_trace")),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"),
                List.of());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    // The column has as many decimals as any currency.
    private static Money amount(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Money(row.getBigDecimal("amount").setScale(currency.getDefaultFractionDigits()), currency);
    }
}
