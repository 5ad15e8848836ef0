package dev.mstv.platform.push;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Kafka;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** In a topic of Kafka. */
class KafkaPushLogTest extends PushLogContract {

    private static Kafka kafka;
    private static ApplicationContext process;

    @BeforeAll
    static void start() {
        kafka = Kafka.temporary();
        process = RunningProcess.start(Map.of("ENABLE_KAFKA", "true", "KAFKA_BROKERS", kafka.bootstrapServers()));
    }

    @AfterAll
    static void end() {
        process.close();
        kafka.close();
    }

    @Override
    PushLog log() {
        return process.getBean(PushLog.class);
    }
}
