package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.context.ApplicationContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes share a module's shards, and nobody's stay with a dead one. */
class ShardLeasesTest {

    // Without every module and without a broker it sends nothing itself, so the shards are the test's.
    private static final ApplicationContext PROCESS = RunningProcess.start(Map.of("MODULES", "users"));
    private static final Database USERS = PROCESS.getBean(Databases.class).of("users");

    private final ShardLeases one = new ShardLeases(USERS, "one");
    private final ShardLeases two = new ShardLeases(USERS, "two");

    @AfterAll
    static void stop() {
        PROCESS.close();
    }

    @BeforeEach
    void giveEverythingBack() {
        one.release();
        two.release();
    }

    private static void die(String node) {
        USERS.run(handle -> handle.createUpdate(
                        "UPDATE users_relay_shard SET leased_until = now() - interval '1 s'" + " WHERE holder = :node")
                .bind("node", node)
                .execute());
        USERS.run(handle -> handle.createUpdate(
                        "UPDATE users_relay_node SET alive_until = now() - interval '1 s'" + " WHERE node = :node")
                .bind("node", node)
                .execute());
    }

    @Test
    void aNodeAloneHasThemAll() {
        one.renew();
        assertThat(one.held()).hasSize(Shards.COUNT);
    }

    @Test
    void twoNodesHaveHalfEach() {
        one.renew();
        two.renew();
        one.renew();
        two.renew();
        assertThat(List.of(one.held().size(), two.held().size())).containsExactly(Shards.COUNT / 2, Shards.COUNT / 2);
    }

    @Test
    void noShardIsOfTwoNodes() {
        one.renew();
        two.renew();
        one.renew();
        two.renew();
        Set<Integer> both = new HashSet<>(one.held());
        both.retainAll(two.held());
        assertThat(both).isEmpty();
    }

    @Test
    void aDeadNodesShardsAreTakenOver() {
        one.renew();
        die("one");
        two.renew();
        assertThat(two.held()).hasSize(Shards.COUNT);
    }

    @Test
    void whatIsGivenBackIsTakenAtOnce() {
        one.renew();
        one.release();
        two.renew();
        assertThat(two.held()).hasSize(Shards.COUNT);
    }

    @Test
    void whoLostItsLeaseKnows() {
        one.renew();
        die("one");
        two.renew();
        one.renew();
        assertThat(one.held()).isEmpty();
    }
}
