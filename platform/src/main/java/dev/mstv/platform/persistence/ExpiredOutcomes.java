package dev.mstv.platform.persistence;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Removes outcomes that are kept no longer. Every node may do it; the rows are the same and gone once. */
@Singleton
final class ExpiredOutcomes {

    private final Databases databases;
    private final Clock clock;

    ExpiredOutcomes(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void remove() {
        for (Database database : databases.all()) {
            database.run(handle -> handle.createUpdate(
                            "DELETE FROM " + database.module() + "_idempotency WHERE kept_until < :now")
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
        }
    }
}
