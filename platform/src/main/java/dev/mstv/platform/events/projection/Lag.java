package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.EventHistory.Place;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the read models of this process are behind what has happened. */
@Singleton
final class Lag {

    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);
    private static final int BATCH = 1000;
    private static final int BATCHES = 20;
    // Younger ones are looked at again: before them some may be committed yet.
    private static final long SETTLED = Duration.ofSeconds(30).toMillis();

    private final Projections projections;
    private final Map<String, Duration> behind = new ConcurrentHashMap<>();

    Lag(Projections projections, MeterRegistry meters) {
        this.projections = projections;
        for (Projection<?> projection : projections.all()) {
            Gauge.builder(
                            "mstv.projection.behind.seconds",
                            this,
                            lag -> lag.of(projection).toMillis() / 1000.0)
                    .description("Age of the oldest event that a read model does not have")
                    .tag("projection", projection.name())
                    .register(meters);
        }
    }

    /** The age of the oldest event that is not in what is read, as of a few seconds ago; zero if all are. */
    Duration of(Projection<?> projection) {
        return behind.getOrDefault(projection.name(), Duration.ZERO);
    }

    @Scheduled(fixedDelay = "10s", initialDelay = "2s")
    void measure() {
        for (Projection<?> projection : projections.all()) {
            try {
                behind.put(projection.name(), Duration.ofMillis(measured(projection)));
            } catch (Refusal refusal) {
                LOG.debug("How far {} is behind cannot be told now", projection.name(), refusal);
            }
        }
    }

    private long measured(Projection<?> projection) {
        Rebuild.Module module = projections.module(projection);
        Optional<Long> live = module.table().live(projection.name());
        long position = module.table().appliedTo(projection.name());
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Place> places = module.history().placesAfter(position, BATCH);
            Optional<Place> missing =
                    live.isEmpty() ? places.stream().findFirst() : firstMissing(projection, live.get(), places);
            places.stream()
                    .takeWhile(place -> place.age() > SETTLED && !missing.equals(Optional.of(place)))
                    .reduce((one, next) -> next)
                    .ifPresent(last -> module.table().appliedTo(projection.name(), last.position()));
            if (missing.isPresent() || places.size() < BATCH) {
                return missing.map(place -> Math.max(0, place.age())).orElse(0L);
            }
            position = places.getLast().position();
        }
        return 0;
    }

    private static Optional<Place> firstMissing(Projection<?> projection, long generation, List<Place> places) {
        List<Place> read = places.stream()
                .filter(place -> projection.reads().containsKey(place.type()))
                .toList();
        Map<UUID, Long> versions =
                projection.versions(generation, read.stream().map(Place::stream).collect(Collectors.toSet()));
        return read.stream()
                .filter(place -> versions.getOrDefault(place.stream(), 0L) < place.version())
                .findFirst();
    }
}
