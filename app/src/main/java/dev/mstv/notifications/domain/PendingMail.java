package dev.mstv.notifications.domain;

import org.jspecify.annotations.Nullable;

/**
 * A mail that is ours to send.
 *
 * @param link null if it has none
 * @param attempt which one this is, from 1
 */
public record PendingMail(
        Notification notification, @Nullable SealedLink link, int attempt) {}
