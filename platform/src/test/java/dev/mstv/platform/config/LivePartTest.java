package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.LivePart.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of which each is allowed, and not all of them together. */
class LivePartTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private record Bounds(long low, long high) {

        static Bounds read(Variables variables) {
            long low = variables.number("LOW", 1, 0, 100);
            long high = variables.number("HIGH", 10, 0, 100);
            if (low > high) {
                variables.fault("HIGH", "is less than LOW");
            }
            return new Bounds(low, high);
        }
    }

    private LivePart<Bounds> part;

    @BeforeEach
    void read() {
        part = new LivePart<>(
                new Variables(Map.of()),
                Bounds::read,
                List.of(new Part<>("LOW", Bounds::low), new Part<>("HIGH", Bounds::high)));
    }

    private List<RefusedValue> take(Map<String, String> values) {
        return part.take(
                values.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> new Candidate(one.getValue(), one.getKey()))),
                NOON);
    }

    @Test
    void oneThatDoesNotFitTheEnvironmentIsRefused() {
        assertThat(take(Map.of("LOW", "20"))).extracting(RefusedValue::name).containsExactly("LOW");
        assertThat(part.live().get()).isEqualTo(new Bounds(1, 10));
    }

    @Test
    void bothThatFitAreTaken() {
        take(Map.of("LOW", "20"));
        assertThat(take(Map.of("LOW", "20", "HIGH", "30"))).isEmpty();
        assertThat(part.live().get()).isEqualTo(new Bounds(20, 30));
    }

    @Test
    void whatWasTakenStaysAsLongAsTheRestDoesNotFitWithoutIt() {
        take(Map.of("LOW", "20", "HIGH", "30"));
        take(Map.of("LOW", "20"));
        assertThat(part.live().get()).isEqualTo(new Bounds(20, 30));
    }

    @Test
    void theFaultOfAnotherVariableIsNamed() {
        assertThat(part.fault(new Candidate("20", ""), "LOW")).hasValue("HIGH is less than LOW");
    }
}
