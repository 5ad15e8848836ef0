package dev.mstv.platform.events.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HolesTest {

    private final Holes holes = new Holes();

    private static List<Envelope> at(long... positions) {
        return LongStream.of(positions).mapToObj(HolesTest::event).toList();
    }

    private static Envelope event(long position) {
        UUID id = new UUID(0, position);
        return new Envelope(
                id, "lamp.lit", 1, "lamps", id, 1, position, Instant.EPOCH, "system", "r", null, null, null, "{}");
    }

    @Test
    void thereIsNoneBetweenNeighbours() {
        holes.passed(at(1, 2, 3));
        assertThat(holes.spans()).isEmpty();
    }

    @Test
    void whatIsMissingIsAHole() {
        holes.passed(at(2, 3));
        holes.passed(at(7));
        assertThat(holes.spans()).containsExactly(new Span(1, 1), new Span(4, 6));
    }

    @Test
    void aHoleThatIsFilledIsNone() {
        holes.passed(at(1, 4));
        holes.filled(at(2, 3));
        assertThat(holes.spans()).isEmpty();
    }

    @Test
    void oneThatIsFilledInItsMiddleIsTwo() {
        holes.passed(at(10));
        holes.filled(at(3, 5, 6));
        assertThat(holes.spans()).containsExactly(new Span(1, 2), new Span(4, 4), new Span(7, 9));
    }

    @Test
    void aCopyIsLeftAsItWas() {
        Holes copy = holes.copy();
        holes.passed(at(5));
        assertThat(copy.last()).isZero();
    }
}
