package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.observability.Status;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import java.util.TreeMap;

/** Whether the process works: anyone is told, and who may read more is told of what. */
@Controller("/health")
@Edge
class HealthController {

    private static final String STATUS = "status";

    private final Health health;
    private final Gate gate;

    HealthController(Health health, Gate gate) {
        this.health = health;
        this.gate = gate;
    }

    /** The process answers; whether it can do anything is another question. */
    @Get("/live")
    Map<String, Object> live() {
        return Map.of(STATUS, Status.UP.word());
    }

    @Get("/ready")
    HttpResponse<Map<String, Object>> ready() {
        return answer(health.check(), false);
    }

    @Get
    HttpResponse<Map<String, Object>> health() {
        Health.Report report = health.check();
        return answer(report, mayReadDetails(CallContext.current().caller()));
    }

    private boolean mayReadDetails(Caller caller) {
        try {
            gate.requireAny(caller, "read", "Health");
            gate.requireLiveSession(caller);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static HttpResponse<Map<String, Object>> answer(Health.Report report, boolean detailed) {
        Map<String, Object> body = new TreeMap<>();
        body.put(STATUS, report.status().word());
        if (detailed) {
            Map<String, Object> details = new TreeMap<>();
            report.details().forEach((name, state) -> details.put(name, shown(state)));
            body.put("details", details);
        }
        HttpStatus status = report.working() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return HttpResponse.<Map<String, Object>>status(status).body(body);
    }

    private static Map<String, Object> shown(HealthState state) {
        Map<String, Object> shown = new TreeMap<>(state.figures());
        shown.put(STATUS, state.status().word());
        return shown;
    }
}
