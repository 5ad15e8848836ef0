package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        ProblemKind oversize = oversize(context.getRequest());
        if (oversize != null) {
            response.status(oversize.httpStatus(), oversize.title());
        }
        return problems.fill(response, context.getRequest(), problem(response.code()));
    }

    /** Which part of a request's head was too long; null if none was. The framework has one status for all of it. */
    private static @Nullable ProblemKind oversize(HttpRequest<?> request) {
        if (!(request instanceof NettyHttpRequest<?> received)) {
            return null;
        }
        return switch (received.getNativeRequest().decoderResult().cause()) {
            case TooLongHttpLineException line -> ProblemKind.URI_TOO_LONG;
            case TooLongHttpHeaderException header -> ProblemKind.HEADERS_TOO_LARGE;
            case null, default -> null;
        };
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
