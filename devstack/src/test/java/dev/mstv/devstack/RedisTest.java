package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisTest {

    private static final String NOTHING = "$-1";

    private final Path directory;
    private final int port = Ports.free();
    private final Redis redis;

    RedisTest(@TempDir Path directory) {
        this.directory = directory;
        redis = Redis.start(directory, port);
    }

    @BeforeEach
    void keepSomething() throws IOException {
        redis.restart();
        Resp.ask(port, "SET kept data");
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    @Test
    void answersAtItsAddress() throws IOException {
        assertThat(Resp.ask(port, "PING")).isEqualTo("+PONG");
    }

    @Test
    void forgetsEverythingWhenItStops() throws IOException {
        redis.stop();
        redis.restart();
        assertThat(Resp.ask(port, "GET kept")).isEqualTo(NOTHING);
    }

    @Test
    void forgetsEverythingWhenItIsKilled() throws IOException {
        redis.kill();
        redis.restart();
        assertThat(Resp.ask(port, "GET kept")).isEqualTo(NOTHING);
    }

    @Test
    void listensNoMoreOnceItWasKilled() {
        redis.kill();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void stopsAServerThatWasLeftRunning() {
        Redis.at(directory, port).stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void answersNobodyWhileItIsSuspended() {
        redis.suspend();
        assertThatThrownBy(() -> Resp.ask(port, "PING")).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void keepsItsDataWhileItIsSuspended() throws IOException {
        redis.suspend();
        redis.resume();
        assertThat(Resp.ask(port, "GET kept")).isEqualTo("$4");
    }

    @Test
    void stopsWhileItIsSuspended() {
        redis.suspend();
        redis.stop();
        assertThat(Ports.isTaken(port)).isFalse();
    }

    @Test
    void refusesAPortThatSomebodyElseUses() throws IOException {
        redis.stop();
        try (ServerSocket other = new ServerSocket(port)) {
            assertThatThrownBy(redis::restart).hasMessage("Port " + other.getLocalPort() + " is in use");
        }
    }

    @Test
    void isGoneAfterCloseWhenItIsTemporary() {
        Redis temporary = Redis.temporary();
        temporary.close();
        assertThat(Ports.isTaken(temporary.port())).isFalse();
    }
}
