package dev.mstv.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Problems as HTTP responses. */
@Singleton
final class ProblemResponses {

    private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final ObjectMapper json;
    private final ResponseHeaders responseHeaders;

    ProblemResponses(ObjectMapper json, ResponseHeaders responseHeaders) {
        this.json = json;
        this.responseHeaders = responseHeaders;
    }

    MutableHttpResponse<byte[]> response(HttpRequest<?> request, Problem problem) {
        return fill(
                HttpResponse.status(problem.kind().httpStatus(), problem.kind().title()), request, problem);
    }

    /** Makes a response, of whatever status, say what the problem is. */
    MutableHttpResponse<byte[]> fill(MutableHttpResponse<?> response, HttpRequest<?> request, Problem problem) {
        CallContext call = Calls.ofOrNew(request);
        ProblemKind kind = problem.kind();
        ProblemBody body = new ProblemBody(
                "urn:mstv:problem:" + problem.code(),
                kind.title(),
                kind.httpStatus(),
                problem.detail(),
                request.getPath(),
                problem.code(),
                call.requestId(),
                call.trace().traceId(),
                problem.errors());
        if (problem.retryAfter() != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(problem.retryAfter().plusMillis(999).toSeconds()));
        }
        if (kind == ProblemKind.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        MutableHttpResponse<byte[]> filled = response.contentType(PROBLEM_JSON).body(bytes(body));
        responseHeaders.add(request, filled);
        return filled;
    }

    private byte[] bytes(ProblemBody body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
