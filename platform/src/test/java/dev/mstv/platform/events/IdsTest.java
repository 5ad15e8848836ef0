package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private static UUID at(Instant now) {
        return Ids.next(Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void areOfVersion7() {
        assertThat(at(NOW).version()).isEqualTo(7);
    }

    @Test
    void areOfTheVariantOfTheStandard() {
        assertThat(at(NOW).variant()).isEqualTo(2);
    }

    @Test
    void beginWithTheTime() {
        assertThat(at(NOW).getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void areInTheOrderOfTimeAsText() {
        assertThat(at(NOW).toString()).isLessThan(at(NOW.plusMillis(1)).toString());
    }

    @Test
    void differWithinAMillisecond() {
        assertThat(at(NOW)).isNotEqualTo(at(NOW));
    }
}
