package dev.mstv.platform.events;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether events leave this process and are taken: what waits is told before somebody misses it. */
@Singleton
final class EventChecks implements HealthChecks {

    private final Composition composition;
    private final Relay relay;
    private final EventFigures figures;

    EventChecks(Composition composition, Relay relay, EventFigures figures) {
        this.composition = composition;
        this.relay = relay;
        this.figures = figures;
    }

    @Override
    public List<HealthCheck> all() {
        return Stream.concat(
                        Stream.of(
                                HealthCheck.of("relay", () -> HealthState.of(relay.leased())),
                                HealthCheck.of("transport", () -> HealthState.working(relay.mute(), Map.of()))),
                        composition.modules().stream().flatMap(this::of))
                .toList();
    }

    private Stream<HealthCheck> of(String module) {
        return Stream.of(
                HealthCheck.of("outbox." + module, () -> outbox(module)),
                HealthCheck.of("dead-letters." + module, () -> deadLetters(module)),
                HealthCheck.of("retrying." + module, () -> retrying(module)));
    }

    private HealthState outbox(String module) {
        Outbox.Backlog backlog = figures.of(module).outbox();
        return HealthState.working(
                backlog.age().compareTo(Thresholds.OUTBOX_AGE) > 0 || backlog.waiting() > Thresholds.OUTBOX_WAITING,
                Map.of(
                        "waiting",
                        backlog.waiting(),
                        "oldestSeconds",
                        backlog.age().toSeconds()));
    }

    private HealthState deadLetters(String module) {
        Parked parked = figures.of(module).parked();
        return HealthState.working(parked.dead() > 0, Map.of("count", parked.dead(), "waiting", parked.waiting()));
    }

    private HealthState retrying(String module) {
        Parked parked = figures.of(module).parked();
        return HealthState.working(
                parked.oldest().compareTo(Thresholds.RETRYING_AGE) > 0,
                Map.of(
                        "count",
                        parked.retrying(),
                        "oldestSeconds",
                        parked.oldest().toSeconds()));
    }
}
