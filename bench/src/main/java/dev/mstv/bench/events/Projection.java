package dev.mstv.bench.events;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps the last state of each thing, and says when it is committed. */
@Singleton
final class Projection implements Subscriber {

    private final Database database;
    private final Arrivals arrivals;

    Projection(Databases databases, Arrivals arrivals) {
        this.database = databases.of("bench");
        this.arrivals = arrivals;
    }

    private record Seen(UUID thing, String text) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("bench.projection").on("bench.happened", Seen.class, (event, about) -> {
            database.run(handle -> handle.createUpdate("INSERT INTO bench_projection (id, version, text)"
                            + " VALUES (:id, :version, :text) ON CONFLICT (id) DO UPDATE"
                            + " SET version = EXCLUDED.version, text = EXCLUDED.text"
                            + " WHERE bench_projection.version < EXCLUDED.version")
                    .bind("id", event.thing())
                    .bind("version", about.version())
                    .bind("text", event.text())
                    .execute());
            database.afterCommit(() -> arrivals.projected(event.thing()));
        });
    }
}
