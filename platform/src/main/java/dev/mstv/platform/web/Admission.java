package dev.mstv.platform.web;

import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.resilience.Lane;
import dev.mstv.platform.resilience.Permit;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets HTTP requests in, as many as are served at once. One whose body has not arrived is looked at twice: on its head,
 * so that the body need not be read, and when it is served. Meanwhile it holds no permit, or clients that send slowly
 * would keep out all others.
 */
@Singleton
final class Admission {

    private static final String ATTRIBUTE = "mstv.permit";

    private final InboundGuard guard;

    Admission(InboundGuard guard) {
        this.guard = guard;
    }

    /** Whether the request, of which the head is there, may go on. */
    boolean admits(HttpRequest<?> request) {
        return Probes.isOne(request) || (isWhole(request) ? enters(request) : !guard.refuses(lane(request)));
    }

    /**
     * Says that the request is served now.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code overloaded} if there are too many
     */
    void serve(HttpRequest<?> request) {
        if (!Probes.isOne(request) && permit(request).isEmpty() && !enters(request)) {
            throw InboundGuard.overloaded().refusal();
        }
    }

    /** Says that the request has its answer, whichever it is. */
    void end(HttpRequest<?> request) {
        permit(request).ifPresent(Permit::close);
    }

    private boolean enters(HttpRequest<?> request) {
        Optional<Permit> permit = guard.enter(lane(request));
        permit.ifPresent(granted -> request.setAttribute(ATTRIBUTE, granted));
        return permit.isPresent();
    }

    private static Optional<Permit> permit(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Permit.class);
    }

    private static boolean isWhole(HttpRequest<?> request) {
        return !(request instanceof ServerHttpRequest<?> received) || received.byteBody() instanceof AvailableByteBody;
    }

    private static Lane lane(HttpRequest<?> request) {
        String path = request.getPath();
        return path.startsWith("/ops/") || path.startsWith("/health") || path.startsWith("/metrics")
                ? Lane.OPERATIONS
                : Lane.WORK;
    }
}
