package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Gives the framework's own refusals (no such route, wrong method, too large, …) the form of all others. */
@Singleton
@Primary
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {

    private final ProblemResponses problems;

    FrameworkErrors(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return problems.fill(response, context.getRequest(), problem(response.code()));
    }

    private static Problem problem(int status) {
        for (ProblemKind kind : ProblemKind.values()) {
            if (kind.httpStatus() == status) {
                return Problem.of(kind, code(kind), kind.title() + ".");
            }
        }
        return status < 500
                ? Problem.of(ProblemKind.INVALID, "malformed_request", "The request cannot be understood.")
                : Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side.");
    }

    private static String code(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> "malformed_request";
            case TOO_LARGE -> "body_too_large";
            case INTERNAL -> "internal_error";
            case UNSUPPORTED_MEDIA -> "unsupported_media_type";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
