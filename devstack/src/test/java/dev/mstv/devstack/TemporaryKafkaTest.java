package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryKafkaTest {

    @Test
    void isGoneAfterClose() throws Exception {
        Kafka kafka = Kafka.temporary();
        Path data = new Topics(kafka.bootstrapServers()).directory();
        kafka.close();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void canBeClosedAfterAKill() throws Exception {
        Kafka kafka = Kafka.temporary();
        Path data = new Topics(kafka.bootstrapServers()).directory();
        kafka.kill();
        kafka.close();
        assertThat(data).doesNotExist();
    }
}
