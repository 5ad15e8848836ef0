package dev.mstv.platform.push;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Redis;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
}
