package dev.mstv.platform.web;

import dev.mstv.platform.problem.JsonProblems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.JsonExceptionHandler;
import io.micronaut.json.JsonSyntaxException;
import jakarta.inject.Singleton;

/** Answers for bodies that are no JSON at all. */
@Singleton
@Replaces(JsonExceptionHandler.class)
final class SyntaxErrors implements ExceptionHandler<JsonSyntaxException, HttpResponse<?>> {

    private final ProblemResponses problems;

    SyntaxErrors(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, JsonSyntaxException failure) {
        return problems.response(request, JsonProblems.of(failure));
    }
}
