package dev.mstv.platform.events.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.MongoProtocol;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that has lost a read model is not taken for one in which nobody is. */
class LostReadModelTest {

    private final MongoProtocol server = MongoProtocol.temporary();
    private final MongoDirectoryWorld world = new MongoDirectoryWorld(RunningProcess.inMongo(server));
    private long lost;

    @BeforeEach
    void listSomeoneAndLoseThem() {
        world.stored(() -> world.add(UUID.randomUUID()));
        assertThat(world.caughtUp()).isTrue();
        lost = world.live();
        server.forget();
    }

    @AfterEach
    void stop() {
        world.close();
        server.close();
    }

    @Test
    void isMadeAnewByItself() {
        assertThat(Polling.until(DirectoryWorld.LIMIT, () -> world.module()
                        .table()
                        .live(DirectoryWorld.NAME)
                        .filter(live -> live > lost)
                        .isPresent()))
                .isTrue();
        assertThat(world.caughtUp()).isTrue();
    }

    @Test
    void isNotFedAsIfItWereThere() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> feed(world.projection()))
                .withMessage("read_model_behind");
        assertThat(world.exists(lost)).isFalse();
    }

    private <E> void feed(Projection<E> projection) {
        UUID id = UUID.randomUUID();
        Envelope event = new Envelope(
                UUID.randomUUID(),
                "user.registered",
                1,
                "users",
                id,
                1,
                1,
                Instant.EPOCH,
                "system",
                "request-1",
                null,
                null,
                id,
                "{\"email\":\"eve@example.com\",\"role\":\"user\"}");
        projection.apply(lost, Happened.read(List.of(event), projection.reads()));
    }

    @Test
    void isKnownToBeGone() {
        assertThat(world.projection().kept(lost)).isFalse();
    }
}
