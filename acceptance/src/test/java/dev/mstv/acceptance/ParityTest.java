package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client does ends alike over every protocol. */
@InEveryShape
class ParityTest {

    private static final Map<Tongue, Map<ParityCase, String>> FOUND = new EnumMap<>(Tongue.class);

    private static Cast cast;
    private static Counterparts counterparts;

    @BeforeAll
    static void start() {
        cast = new Cast();
        counterparts = new Counterparts();
    }

    @AfterAll
    static void end() {
        counterparts.close();
        ParityReport.write(ParityTable.of((tongue, parityCase) ->
                FOUND.getOrDefault(tongue, Map.of()).getOrDefault(parityCase, Deviation.NO_WORD)));
    }

    static Stream<Arguments> everyCaseOverEveryProtocol() {
        return Arrays.stream(Tongue.values())
                .filter(tongue -> tongue.isSpokenTo(Shape.current()))
                .flatMap(tongue -> Arrays.stream(ParityCase.values())
                        .filter(parityCase ->
                                !Deviation.expected(tongue, parityCase).equals(Deviation.NO_WORD))
                        .filter(parityCase -> !parityCase.isAboutLimits() || Shape.current() == Shape.MONOLITH)
                        .map(parityCase -> Arguments.of(tongue, parityCase)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void everyCaseOverEveryProtocol(Tongue tongue, ParityCase parityCase) {
        String code = parityCase.tried(counterparts.speaker(tongue, parityCase), cast);
        FOUND.computeIfAbsent(tongue, any -> new EnumMap<>(ParityCase.class)).put(parityCase, code);
        assertThat(code).isEqualTo(Deviation.expected(tongue, parityCase));
    }
}
