package dev.mstv.platform.web;

import dev.mstv.platform.problem.JsonProblems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers for input that does not convert to what a controller takes. */
@Singleton
@Replaces(ConversionErrorHandler.class)
final class ConversionErrors implements ExceptionHandler<ConversionErrorException, HttpResponse<?>> {

    private final ProblemResponses problems;

    ConversionErrors(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, ConversionErrorException failure) {
        return problems.response(request, JsonProblems.of(failure));
    }
}
