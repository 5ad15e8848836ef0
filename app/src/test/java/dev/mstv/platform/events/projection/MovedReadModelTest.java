package dev.mstv.platform.events.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.problem.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A read model follows {@code READ_MODEL}, and nothing that happens meanwhile is lost to it. */
class MovedReadModelTest {

    private final Map<String, String> inSql = Map.of("DATABASE_URL", RunningProcess.newDatabase());
    private final Map<String, String> inMongo = new HashMap<>(RunningProcess.inMongo());

    MovedReadModelTest() {
        inMongo.putAll(inSql);
    }

    private static boolean made(DirectoryWorld world) {
        return Polling.until(
                DirectoryWorld.LIMIT,
                () -> world.module().table().live(DirectoryWorld.NAME).isPresent() && world.caughtUp());
    }

    private static boolean isRefused(DirectoryWorld world) {
        try {
            return world.page(ConsistencyToken.NONE) == null;
        } catch (Refusal refusal) {
            return refusal.problem().code().equals("read_model_behind");
        }
    }

    @Test
    void isMadeAnewInMongo() {
        try (DirectoryWorld before = new SqlDirectoryWorld(inSql)) {
            before.stored(() -> before.add(UUID.randomUUID()));
        }
        try (DirectoryWorld after = new MongoDirectoryWorld(inMongo)) {
            assertThat(made(after)).isTrue();
        }
    }

    @Test
    void isMadeAnewInSqlWithWhatCameBetween() {
        try (DirectoryWorld before = new SqlDirectoryWorld(inSql)) {
            before.stored(() -> before.add(UUID.randomUUID()));
        }
        try (DirectoryWorld between = new MongoDirectoryWorld(inMongo)) {
            between.stored(() -> between.add(UUID.randomUUID()));
            assertThat(made(between)).isTrue();
        }
        try (DirectoryWorld after = new SqlDirectoryWorld(inSql)) {
            assertThat(made(after)).isTrue();
        }
    }

    @Test
    void leavesNoTableBehind() {
        long left;
        try (DirectoryWorld before = new SqlDirectoryWorld(inSql)) {
            left = before.live();
        }
        try (SqlDirectoryWorld tables = new SqlDirectoryWorld(inSql);
                DirectoryWorld after = new MongoDirectoryWorld(inMongo)) {
            assertThat(tables.exists(left)).isTrue();
            after.database().run(handle -> handle.execute("UPDATE users_projection_retired SET drop_after = now()"));
            after.bean(Rebuilds.class).look();
            assertThat(tables.exists(left)).isFalse();
        }
    }

    @Test
    void isNotReadWhereItIsNoLongerKept() {
        try (DirectoryWorld before = new SqlDirectoryWorld(inSql);
                DirectoryWorld after = new MongoDirectoryWorld(inMongo)) {
            assertThat(made(after)).isTrue();
            assertThat(isRefused(before)).isTrue();
        }
    }

    @Test
    void losesNothingThatReachesAProcessOfTheOtherStore() {
        try (DirectoryWorld before = new SqlDirectoryWorld(inSql);
                DirectoryWorld after = new MongoDirectoryWorld(inMongo)) {
            assertThat(made(after)).isTrue();
            for (int i = 0; i < 20; i++) {
                before.stored(() -> before.add(UUID.randomUUID()));
            }
            assertThat(after.caughtUp()).isTrue();
        }
    }
}
