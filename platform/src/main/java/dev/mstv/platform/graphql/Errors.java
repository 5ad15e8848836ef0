package dev.mstv.platform.graphql;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.Refusal;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems as GraphQL errors: {@code extensions.code} is the problem's code. */
final class Errors implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String CODE = "code";

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = parameters.getException();
        if (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = "Something went wrong on our side.";
        Map<String, Object> extensions = extensions("internal_error");
        if (cause instanceof Refusal refusal) {
            message = refusal.problem().detail();
            extensions = extensions(refusal.problem());
        } else {
            LOG.error("{} failed", parameters.getPath(), cause);
        }
        GraphQLError error = GraphQLError.newError()
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .message("%s", message)
                .extensions(extensions)
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** The errors of a result as clients see them; each has a code. */
    static List<Map<String, Object>> specification(List<GraphQLError> errors) {
        return errors.stream().map(Errors::specification).toList();
    }

    /** A problem as an error that belongs to no field. */
    static Map<String, Object> specification(Problem problem) {
        return Map.of("message", problem.detail(), "extensions", extensions(problem));
    }

    private static Map<String, Object> specification(GraphQLError error) {
        Map<String, Object> specified = new LinkedHashMap<>(error.toSpecification());
        Map<String, Object> extensions = extensions(code(error));
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        specified.put("extensions", extensions);
        return specified;
    }

    private static String code(GraphQLError error) {
        return switch (error.getErrorType()) {
            case ErrorType.InvalidSyntax -> "malformed_query";
            case ErrorType.NullValueInNonNullableField, ErrorType.DataFetchingException -> "internal_error";
            case null, default -> "invalid_query";
        };
    }

    private static Map<String, Object> extensions(Problem problem) {
        Map<String, Object> extensions = extensions(problem.code());
        if (!problem.errors().isEmpty()) {
            extensions.put(
                    "errors", problem.errors().stream().map(Errors::field).toList());
        }
        return extensions;
    }

    private static Map<String, Object> extensions(String code) {
        CallContext call = CallContext.current();
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, code);
        extensions.put("requestId", call.requestId());
        extensions.put("traceId", call.trace().traceId());
        return extensions;
    }

    private static Map<String, String> field(FieldError error) {
        return Map.of("field", error.field(), CODE, error.code(), "message", error.message());
    }
}
