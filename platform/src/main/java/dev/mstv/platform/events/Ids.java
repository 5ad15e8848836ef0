package dev.mstv.platform.events;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Time-ordered ids: UUID version 7 (RFC 9562, section 5.7), milliseconds and then random bits. Thread-safe. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Clock clock) {
        return at(clock.instant());
    }

    private static UUID at(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
