package dev.mstv.platform.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Chains the events of a stream: who alters or removes one breaks every hash after it. */
final class HashChain {

    static final String START = "0".repeat(64);

    private HashChain() {}

    static String next(
            String previous,
            UUID id,
            UUID stream,
            long version,
            String type,
            int schemaVersion,
            String payload,
            String metadata,
            Instant occurredAt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : new Object[] {
                previous, id, stream, version, type, schemaVersion, payload, metadata, occurredAt.toEpochMilli()
            }) {
                byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                // The length before each part: two different events never hash the same bytes.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static boolean holds(StoredEvent event, String previous) {
        return event.previousHash().equals(previous)
                && event.hash()
                        .equals(next(
                                previous,
                                event.id(),
                                event.stream(),
                                event.version(),
                                event.type(),
                                event.schemaVersion(),
                                event.payload(),
                                event.metadata(),
                                event.occurredAt()));
    }
}
