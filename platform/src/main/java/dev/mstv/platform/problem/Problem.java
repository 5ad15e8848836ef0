package dev.mstv.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not fulfilled, in words that may leave the process.
 *
 * @param code stable and snake_case; clients decide by it
 * @param detail for a person; never holds a secret, a class name or SQL
 * @param errors the fields that were refused, empty unless the input was invalid
 * @param retryAfter when trying again makes sense; null when it does not
 */
public record Problem(
        ProblemKind kind,
        String code,
        String detail,
        List<FieldError> errors,
        @Nullable Duration retryAfter) {

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemKind kind, String code, String detail) {
        return new Problem(kind, code, detail, List.of(), null);
    }

    /** Input that was refused field by field. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.getFirst().message() : errors.size() + " fields are not valid.";
        return new Problem(ProblemKind.INVALID, "validation_failed", detail, errors, null);
    }

    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** Input that cannot be taken in because of one field; the problem is called as the field's fault is. */
    public static Problem ofField(String field, String code, String message) {
        return new Problem(ProblemKind.INVALID, code, message, List.of(new FieldError(field, code, message)), null);
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(kind, code, detail, errors, wait);
    }

    public Refusal refusal() {
        return new Refusal(this);
    }
}
