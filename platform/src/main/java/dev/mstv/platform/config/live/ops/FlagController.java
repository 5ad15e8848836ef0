package dev.mstv.platform.config.live.ops;

import dev.mstv.platform.config.live.FlagChange;
import dev.mstv.platform.config.live.Flags;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Input;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.time.Duration;

/** Settings over REST. */
@Controller("/ops/flags")
@Edge
class FlagController {

    private static final Duration RETRY_LATER = Duration.ofSeconds(5);

    private final Flags flags;

    FlagController(Flags flags) {
        this.flags = flags;
    }

    /** Those of the process that answers. */
    @Get
    FlagListing list() {
        return FlagListing.of(flags.all());
    }

    /** Has every process follow; accepted is what Consul has taken. */
    @Put("/{name}")
    HttpResponse<Void> put(String name, @Body FlagBody body) {
        return switch (flags.change(name, Input.required("value", body.value()))) {
            case FlagChange.Accepted() -> HttpResponse.accepted();
            case FlagChange.Unknown() ->
                throw Problem.of(ProblemKind.NOT_FOUND, "flag_not_found", "There is no such setting.")
                        .refusal();
            case FlagChange.NeedsRestart() ->
                throw Problem.of(ProblemKind.CONFLICT, "needs_restart", "This is read when a process starts.")
                        .refusal();
            case FlagChange.Invalid(var reason) ->
                throw Problem.invalid("value", "not_allowed", "value " + reason).refusal();
            case FlagChange.NoConsul() ->
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "consul_off",
                                "Without Consul nobody tells the other processes; change the environment.")
                        .refusal();
            case FlagChange.ConsulAway() ->
                throw Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "Consul cannot be reached right now.")
                        .retryAfter(RETRY_LATER)
                        .refusal();
        };
    }
}
