package dev.mstv.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was wrong with JSON that a caller sent, in the caller's terms and never in ours. */
public final class JsonProblems {

    private JsonProblems() {}

    /** What is wrong, from whatever reading JSON has thrown. */
    public static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return refused(unknown, "unknown_field", "is not a field");
            }
            if (cause instanceof InvalidFormatException text && text.getTargetType() == UUID.class) {
                // As where an id stands in a path: it is a text, and no other will do.
                return Problem.invalid(path(text), "invalid_id", path(text) + " is not an id.");
            }
            if (cause instanceof MismatchedInputException mismatch) {
                return mismatch.getPath().isEmpty()
                        ? malformed()
                        : refused(mismatch, "wrong_type", "has the wrong type");
            }
            if (cause instanceof JsonMappingException mapping && cause.getCause() instanceof InputCoercionException) {
                return refused(mapping, "wrong_type", "has the wrong type");
            }
            if (cause instanceof JsonProcessingException) {
                return malformed();
            }
        }
        return malformed();
    }

    private static Problem refused(JsonMappingException failure, String code, String what) {
        return Problem.ofField(path(failure), code, path(failure) + " " + what + ".");
    }

    /** It is not the document that is expected. */
    public static Problem malformed() {
        return Problem.of(
                ProblemKind.INVALID, "malformed_body", "The body is not the JSON document that is expected here.");
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
