package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A commit on one node wakes the other one that has to send it. */
class FarBellTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Database USERS =
            RunningProcess.monolith().getBean(Databases.class).of("users");
    private static final int SHARD = 5;

    private final Bell here = new Bell();
    private final Bell there = new Bell();
    private final FarBell near = new FarBell(USERS, here);
    private final FarBell far = new FarBell(USERS, there);

    @AfterEach
    void close() {
        near.close();
        far.close();
    }

    @Test
    void ringsOnTheOtherNode() {
        Thread.ofVirtual().start(near::tell);
        Thread.ofVirtual().start(far::listen);
        // Again and again, because a ring before the other one listens is heard by nobody.
        assertThat(Polling.until(LIMIT, () -> {
                    near.ring(SHARD);
                    return rang(there);
                }))
                .isTrue();
    }

    private static boolean rang(Bell bell) {
        try {
            return bell.await("users", Bell.lane(SHARD), Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
