package dev.mstv.platform.web;

import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for what nobody expected: the log has the whole story, the client a request id to ask about. */
@Singleton
final class BugHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(BugHandler.class);

    private final ProblemResponses problems;

    BugHandler(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable bug) {
        Entrance.bind(Calls.ofOrNew(request), () -> {
            LOG.error("{} {} failed", request.getMethod(), request.getPath(), bug);
            return true;
        });
        return problems.response(
                request, Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."));
    }
}
