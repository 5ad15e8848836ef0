package dev.mstv.payments.domain;

import java.util.UUID;

/**
 * What somebody is to be charged for.
 *
 * @param userId who is charged
 */
public record Purchase(UUID orderId, UUID userId, Money amount) {}
