package dev.mstv.platform.web;

import dev.mstv.platform.problem.JsonProblems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;

/** Answers where a body is missing, or is {@code null}; nothing else that controllers take is required. */
@Singleton
@Replaces(UnsatisfiedRouteHandler.class)
final class MissingBodies implements ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> {

    private final ProblemResponses problems;

    MissingBodies(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, UnsatisfiedRouteException failure) {
        return problems.response(request, JsonProblems.of(failure));
    }
}
