package dev.mstv.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import java.util.stream.Collectors;

/** What was wrong with a request's body or parameters, in the caller's terms and never in ours. */
final class BodyErrors {

    private BodyErrors() {}

    static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return refused(unknown, "unknown_field", "is not a field");
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

    private static Problem malformed() {
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
