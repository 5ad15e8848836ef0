package dev.mstv.platform.web;

import dev.mstv.platform.edge.IncomingCalls;
import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.security.Caller;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is too much before anything else is done, since it must cost next to nothing. It is a filter of its own
 * because what a filter answers itself does not pass its own response method, and a permit must come back whatever the
 * filters behind this one answer.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter implements Ordered {

    private static final Caller NOT_ASKED = new Caller.Anonymous(null);

    private final Admission admission;
    private final IncomingCalls calls;
    private final ProblemResponses problems;

    AdmissionFilter(Admission admission, IncomingCalls calls, ProblemResponses problems) {
        this.admission = admission;
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        if (admission.admits(request)) {
            return null;
        }
        Calls.put(request, Calls.read(request, calls, NOT_ASKED));
        return problems.response(request, InboundGuard.overloaded());
    }

    @ResponseFilter
    void after(HttpRequest<?> request) {
        admission.end(request);
    }
}
