package dev.mstv.bench.events;

import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps the last state of each thing, and says when it is committed. */
@Singleton
final class Projection implements Subscriber {

    private static final String SQL = "INSERT INTO bench_thing (id, version, text) VALUES (:id, :version, :text)"
            + " ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, text = EXCLUDED.text"
            + " WHERE bench_thing.version < EXCLUDED.version";

    private final Database database;
    private final Arrivals arrivals;

    Projection(Databases databases, Arrivals arrivals) {
        this.database = databases.of("bench");
        this.arrivals = arrivals;
    }

    private record Seen(UUID thing, String text) {}

    @Override
    public Subscription subscription() {
        return Subscription.<Seen>together("bench.projection", Map.of("bench.happened", Seen.class), this::keep);
    }

    private void keep(List<Happened<Seen>> events) {
        database.run(handle -> {
            PreparedBatch batch = handle.prepareBatch(SQL);
            events.forEach(event -> batch.bind("id", event.event().thing())
                    .bind("version", event.envelope().version())
                    .bind("text", event.event().text())
                    .add());
            int[] unused = batch.execute();
        });
        database.afterCommit(
                () -> events.forEach(event -> arrivals.projected(event.event().thing())));
    }
}
