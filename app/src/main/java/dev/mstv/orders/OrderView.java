package dev.mstv.orders;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order as its buyer sees it.
 *
 * @param userId its buyer
 * @param total exactly what its items come to
 */
@Introspected
public record OrderView(
        UUID id, UUID userId, OrderStatus status, List<OrderItem> items, Price total, Instant createdAt) {}
