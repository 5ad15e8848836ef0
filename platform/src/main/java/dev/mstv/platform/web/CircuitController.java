package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.resilience.CircuitView;
import dev.mstv.platform.resilience.Outbound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** How the calls of this process to others go. */
@Controller("/health/circuit")
@Edge
class CircuitController {

    private final Outbound outbound;

    CircuitController(Outbound outbound) {
        this.outbound = outbound;
    }

    /** All targets of this process, by name. */
    @Get
    Listing<CircuitView> circuits() {
        return new Listing<>(outbound.circuits(), null);
    }

    @Get("/{name}")
    CircuitView circuit(String name) {
        return outbound.circuit(name).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "circuit_not_found", "Nothing of that name is called.")
                .refusal());
    }
}
