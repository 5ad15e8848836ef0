package dev.mstv.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many WebSockets to one port, all on one thread. */
final class Crowd implements AutoCloseable {

    static final String ROOM = "public:bench";

    private static final String JOIN = "{\"event\":\"join-room\",\"data\":{\"room\":\"" + ROOM + "\"}}";
    private static final int LARGEST_ANSWER = 16_384;
    private static final int HANDSHAKE_MILLIS = 60_000;
    private static final int END_SECONDS = 30;

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final CrowdEar ear = new CrowdEar();
    private final List<Channel> channels = new ArrayList<>();

    private Crowd() {}

    /** Connects; returns when all have been told that they are. The tokens are used in turns. */
    static Crowd at(int port, List<String> tokens, int size) throws InterruptedException {
        Crowd crowd = new Crowd();
        boolean complete = false;
        try {
            Chorus connected = crowd.ear.expect("connected", size);
            for (int i = 0; i < size; i++) {
                connected.admit();
                crowd.connect(port, tokens.get(i % tokens.size()));
            }
            double unused = connected.complete();
            complete = true;
            return crowd;
        } finally {
            if (!complete) {
                crowd.close();
            }
        }
    }

    private void connect(int port, String token) {
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                // No page opens it.
                .generateOriginHeader(false)
                .webSocketUri(URI.create("ws://127.0.0.1:" + port + "/ws"))
                .customHeaders(new DefaultHttpHeaders().set("Authorization", "Bearer " + token))
                .handshakeTimeoutMillis(HANDSHAKE_MILLIS)
                .build();
        channels.add(new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(LARGEST_ANSWER),
                                        new WebSocketClientProtocolHandler(config),
                                        ear);
                    }
                })
                .connect("127.0.0.1", port)
                .syncUninterruptibly()
                .channel());
    }

    /** All enter the room. */
    void join() throws InterruptedException {
        Chorus joined = ear.expect("joined-room", channels.size());
        for (Channel channel : channels) {
            joined.admit();
            say(channel, JOIN);
        }
        double unused = joined.complete();
    }

    /** One sends a message to all, itself included; how many milliseconds it takes until the last has it. */
    double tell(String message) throws InterruptedException {
        Chorus told = ear.expect("message", channels.size());
        say(channels.getFirst(), message);
        return told.complete();
    }

    /** What was heard last of what was waited for. */
    String heard() {
        return ear.last();
    }

    private static void say(Channel channel, String text) {
        ChannelFuture unused = channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    @Override
    public void close() {
        ear.leave();
        Future<?> ended = thread.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS);
        try {
            Object unused = ended.get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Connections could not be closed", e);
        }
    }
}
