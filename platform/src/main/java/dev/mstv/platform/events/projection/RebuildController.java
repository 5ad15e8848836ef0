package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Duration;

/** Lets operators have a read model made anew. */
@Controller("/ops/projections")
@Edge
class RebuildController {

    private final Rebuilds rebuilds;
    private final Gate gate;

    RebuildController(Rebuilds rebuilds, Gate gate) {
        this.rebuilds = rebuilds;
        this.gate = gate;
    }

    /** Begins to make it anew, beside the one that is read. */
    @Post("/{name}/rebuild")
    HttpResponse<Void> rebuild(String name) {
        Caller caller = CallContext.current().caller();
        gate.requireAny(caller, "rebuild", "Projection");
        gate.requireLiveSession(caller);
        return switch (rebuilds.begin(name)) {
            case RebuildRequest.Begun _ -> HttpResponse.accepted();
            case RebuildRequest.Running() ->
                throw Problem.of(ProblemKind.CONFLICT, "rebuild_running", "It is being made anew already.")
                        .retryAfter(Duration.ofSeconds(10))
                        .refusal();
            case RebuildRequest.Unknown() ->
                throw Problem.of(ProblemKind.NOT_FOUND, "not_found", "There is no such read model here.")
                        .refusal();
        };
    }
}
