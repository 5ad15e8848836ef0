package dev.mstv.platform.events.ops;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.events.projection.RebuildProjection;
import dev.mstv.platform.events.projection.RebuildRequest;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Duration;

/** Read models over REST. */
@Controller("/ops/projections")
@Edge
class ProjectionController {

    private static final Duration RETRY_LATER = Duration.ofSeconds(10);

    private final Bus bus;
    private final Composition composition;

    ProjectionController(Bus bus, Composition composition) {
        this.bus = bus;
        this.composition = composition;
    }

    /** Begins to make it anew, beside the one that is read. */
    @Post("/{name}/rebuild")
    HttpResponse<Void> rebuild(String name) {
        String module = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        RebuildRequest request = composition.all().contains(module)
                ? bus.send(new RebuildProjection(module, name))
                : new RebuildRequest.Unknown();
        return switch (request) {
            case RebuildRequest.Begun _ -> HttpResponse.accepted();
            case RebuildRequest.Running() ->
                throw Problem.of(ProblemKind.CONFLICT, "rebuild_running", "It is being made anew already.")
                        .retryAfter(RETRY_LATER)
                        .refusal();
            case RebuildRequest.Unknown() ->
                throw Problem.of(ProblemKind.NOT_FOUND, "projection_not_found", "There is no such read model.")
                        .refusal();
        };
    }
}
