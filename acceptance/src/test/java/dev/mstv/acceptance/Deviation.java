package dev.mstv.acceptance;

import static dev.mstv.acceptance.ParityCase.ORDER_OF_OTHER;
import static dev.mstv.acceptance.ParityCase.READ_ERASED;
import static dev.mstv.acceptance.ParityCase.READ_UNKNOWN;
import static dev.mstv.acceptance.ParityCase.RENAME_SEEN;
import static dev.mstv.acceptance.ParityCase.RENAME_STALE;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a protocol cannot say what the others do.
 *
 * @param code what it says instead; {@link #NO_WORD} if it cannot be asked at all
 */
record Deviation(Tongue tongue, Set<ParityCase> cases, String code, String reason) {

    static final String NO_WORD = "–";

    /** All there are. */
    static final List<Deviation> ALL = List.of(
            new Deviation(
                    Tongue.GRAPHQL,
                    Set.of(READ_UNKNOWN, READ_ERASED, ORDER_OF_OTHER),
                    "null",
                    "The schema gives null for what is not there, so that the rest of a document is answered."),
            new Deviation(
                    Tongue.GRAPHQL,
                    Set.of(RENAME_SEEN, RENAME_STALE),
                    NO_WORD,
                    "No field has a version, and one `If-Match` cannot be meant for several mutations."));

    static Optional<Deviation> of(Tongue tongue, ParityCase parityCase) {
        return ALL.stream()
                .filter(deviation -> deviation.tongue == tongue && deviation.cases.contains(parityCase))
                .findFirst();
    }

    /** What has to be found. */
    static String expected(Tongue tongue, ParityCase parityCase) {
        return of(tongue, parityCase).map(Deviation::code).orElseGet(parityCase::code);
    }
}
