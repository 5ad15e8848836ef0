package dev.mstv.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final FieldError EMAIL = new FieldError("email", "required", "email must not be null");
    private static final FieldError NAME = new FieldError("name", "format", "name must be visible");

    @Test
    void tellsWhatIsWrongWithTheOneField() {
        assertThat(Problem.invalid(List.of(EMAIL)).detail()).isEqualTo("email must not be null");
    }

    @Test
    void countsTheFieldsIfThereAreMore() {
        assertThat(Problem.invalid(List.of(EMAIL, NAME)).detail()).isEqualTo("2 fields are not valid.");
    }

    @Test
    void namesEveryField() {
        assertThat(Problem.invalid(List.of(EMAIL, NAME)).errors()).containsExactly(EMAIL, NAME);
    }

    @Test
    void hasTheCodeOfTheContractForInvalidInput() {
        assertThat(Problem.invalid(List.of(EMAIL)).code()).isEqualTo("validation_failed");
    }

    @Test
    void isThrownAsARefusalOfTheSameProblem() {
        Problem problem = Problem.of(ProblemKind.CONFLICT, "taken", "Taken.").retryAfter(Duration.ofSeconds(1));
        assertThat(problem.refusal().problem()).isEqualTo(problem);
    }

    @Test
    void hasNoStackTraceBecauseItIsNoBug() {
        assertThat(Problem.invalid(List.of(EMAIL)).refusal().getStackTrace()).isEmpty();
    }

    @Test
    void isToldApartFromOtherKindsByItsStatuses() {
        assertThat(Arrays.stream(ProblemKind.values()).map(kind -> List.of(kind.httpStatus(), kind.grpcStatus())))
                .doesNotHaveDuplicates();
    }
}
