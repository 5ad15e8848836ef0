package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Path directory;
    private final int port = Ports.free();
    private final Topics topics = new Topics("127.0.0.1:" + port);
    private Kafka kafka;
    private String topic = "";

    KafkaTest(@TempDir Path directory) {
        this.directory = directory;
        kafka = Kafka.start(directory, port);
    }

    @BeforeEach
    void keepSomething() throws Exception {
        kafka.resume();
        if (!Ports.isTaken(port)) {
            kafka.restart();
        }
        topic = "kept-" + UUID.randomUUID();
        topics.create(topic);
        topics.send(topic, "data");
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    @Test
    void handsOutWhatItWasGiven() {
        assertThat(topics.read(topic)).containsExactly("data");
    }

    @Test
    void keepsItsDataWhenItStops() {
        kafka.stop();
        kafka.restart();
        assertThat(topics.read(topic)).containsExactly("data");
    }

    @Test
    void takesOverFromABrokerThatWasLeftRunning() {
        kafka = Kafka.start(directory, port);
        assertThat(topics.read(topic)).containsExactly("data");
    }

    @Test
    void stopsABrokerThatWasLeftRunning() {
        Kafka.at(directory, port).stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void keepsWhatItAcknowledgedBeforeAKill() {
        kafka.kill();
        kafka.restart();
        assertThat(topics.read(topic)).containsExactly("data");
    }

    @Test
    void takesMoreAfterAKill() throws Exception {
        kafka.kill();
        kafka.restart();
        topics.send(topic, "more");
        assertThat(topics.read(topic)).containsExactly("data", "more");
    }

    @Test
    void listensNoMoreOnceItWasKilled() {
        kafka.kill();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void answersNobodyWhileItIsSuspended() {
        kafka.suspend();
        assertThatThrownBy(() -> topics.send(topic, "more", SHORT)).hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void answersAgainWhenItIsResumed() {
        kafka.suspend();
        kafka.resume();
        assertThat(topics.read(topic)).containsExactly("data");
    }

    @Test
    void stopsWhileItIsSuspended() {
        kafka.suspend();
        kafka.stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() {
        assertThatThrownBy(() -> topics.send("misspelt", "data", SHORT))
                .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    void doesNotHearCtrlC() throws Exception {
        Processes.signal("INT", new JavaServerFiles(directory).processes());
        topics.send(topic, "more");
        assertThat(topics.read(topic)).containsExactly("data", "more");
    }

    @Test
    void refusesAPortThatSomebodyElseUses() throws IOException {
        kafka.stop();
        try (ServerSocket other = new ServerSocket(port)) {
            assertThatThrownBy(kafka::restart).hasMessage("Port " + other.getLocalPort() + " is in use");
        }
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path broken) throws IOException {
        Files.writeString(Files.createDirectories(broken.resolve("data")).resolve("meta.properties"), "version=7");
        assertThatThrownBy(() -> Kafka.start(broken, Ports.free()))
                .hasMessageStartingWith("Kafka does not start: ")
                .hasMessageContaining("meta.properties");
    }
}
