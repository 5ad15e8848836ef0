package dev.mstv.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mstv.platform.problem.FieldError;
import java.util.List;

/**
 * A problem as clients see it (RFC 9457).
 *
 * @param type identifies the kind of problem; not meant to be fetched
 * @param title the status' phrase
 * @param status the HTTP status
 * @param detail for a person
 * @param instance the path that was asked for
 * @param code stable, snake_case; decide by it
 * @param errors the fields that were refused; left out if none was
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
