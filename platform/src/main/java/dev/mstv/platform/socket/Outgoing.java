package dev.mstv.platform.socket;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What was given to a connection and has not left yet: bounded, since a client may not read. Thread-safe. */
final class Outgoing {

    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_BYTES = 1_048_576;

    private final Channel channel;
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Outgoing(Channel channel) {
        this.channel = channel;
    }

    /** Sends; false if too much waits already. */
    boolean offer(WebSocketFrame frame) {
        int size = frame.content().readableBytes();
        boolean room = messages.getAndIncrement() < MOST_MESSAGES;
        room &= bytes.getAndAdd(size) < MOST_BYTES;
        if (!room) {
            frame.release();
            left(size);
            return false;
        }
        channel.writeAndFlush(frame).addListener(done -> left(size));
        return true;
    }

    private void left(int size) {
        messages.decrementAndGet();
        bytes.addAndGet(-size);
    }
}
