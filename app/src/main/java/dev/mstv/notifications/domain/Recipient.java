package dev.mstv.notifications.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be written to.
 *
 * @param name null if they gave none
 */
public record Recipient(UUID userId, String email, @Nullable String name) {}
