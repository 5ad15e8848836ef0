package dev.mstv.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.bus.Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client is asked whether it is there, and let go when it does not say so. */
class HeartbeatTest {

    private static final Duration PERIOD = Duration.ofSeconds(20);

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void open() {
        SocketFigures figures = new SocketFigures(new SimpleMeterRegistry(), Set.of());
        channel.freezeTime();
        channel.pipeline()
                .addLast(new SocketHandler(
                        new Socket(channel, new Client("127.0.0.1", null), figures), new Silence(), figures, PERIOD));
    }

    @AfterEach
    void close() {
        boolean unused = channel.finishAndReleaseAll();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runPendingTasks();
    }

    private <T> T said(Class<T> type) {
        Object said = channel.readOutbound();
        assertThat(said).isInstanceOf(type);
        return type.cast(said);
    }

    @Test
    void aClientIsAskedWhetherItIsThere() {
        pass(PERIOD);
        said(PingWebSocketFrame.class).release();
    }

    @Test
    void oneThatAnswersStays() {
        for (int i = 0; i < 5; i++) {
            pass(PERIOD);
            said(PingWebSocketFrame.class).release();
            boolean unused = channel.writeInbound(new PongWebSocketFrame());
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void oneThatDoesNotAnswerIsToldGoodbye() {
        pass(PERIOD);
        said(PingWebSocketFrame.class).release();
        pass(PERIOD);
        CloseWebSocketFrame goodbye = said(CloseWebSocketFrame.class);
        assertThat(goodbye.statusCode()).isEqualTo(1002);
        boolean unused = goodbye.release();
    }

    @Test
    void oneThatDoesNotSayGoodbyeEitherIsLetGo() {
        pass(PERIOD.multipliedBy(2));
        pass(Duration.ofSeconds(3));
        assertThat(channel.isOpen()).isFalse();
    }

    private static final class Silence implements Conversation {

        @Override
        public void opened() {}

        @Override
        public void text(String message) {}

        @Override
        public void binary() {}
    }
}
