package dev.mstv.platform.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Redis;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In Redis. */
class RedisPushLogTest extends PushLogContract {

    private static Redis redis;
    private static ApplicationContext process;

    @BeforeAll
    static void start() {
        redis = Redis.temporary();
        process = RunningProcess.start(Map.of("ENABLE_REDIS_CACHE", "true", "REDIS_URL", redis.url()));
    }

    @AfterAll
    static void end() {
        process.close();
        redis.close();
    }

    @Override
    PushLog log() {
        return process.getBean(PushLog.class);
    }

    private static PushLog forgetful() {
        return new RedisPushLog(process.getBean(dev.mstv.platform.redis.Redis.class), Duration.ofMillis(100));
    }

    private static boolean gone(PushLog log, String position) {
        try {
            log.read(position).close();
            return false;
        } catch (PushesGoneException e) {
            return true;
        }
    }

    @Test
    void forgetsWhatIsTooOld() throws PushesGoneException {
        PushLog log = forgetful();
        try (PushLog.Reader reader = log.read(null)) {
            String before = reader.position();
            log.append(List.of(push("a"), push("b")));
            assertThat(Polling.until(SOON, () -> gone(log, before))).isTrue();
        }
    }

    @Test
    void whoHasReadEverythingMissesNothingHoweverLongNothingHappens() throws Exception {
        PushLog log = forgetful();
        try (PushLog.Reader reader = log.read(null)) {
            String before = reader.position();
            log.append(List.of(push("a"), push("b")));
            assertThat(read(reader, 2)).hasSize(2);
            assertThat(Polling.until(SOON, () -> gone(log, before))).isTrue();
            log.append(List.of(push("c"), push("d")));
            assertThat(events(read(reader, 2))).containsExactly("c", "d");
        }
    }
}
