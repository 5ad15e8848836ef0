package dev.mstv.platform.socket;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * When the next frame is taken in: not while too many are served, or one is served that no other may overtake. What came
 * with the last read waits here, what a client sends then waits with them. For the event loop alone.
 */
final class Reading {

    private static final int AT_ONCE = 16;

    private final Channel channel;
    private final Deque<WebSocketFrame> waiting = new ArrayDeque<>();
    private Runnable resume = () -> {};
    private int served;
    private boolean alone;

    Reading(Channel channel) {
        this.channel = channel;
    }

    /** What takes in the frames that may be, when there are any again. */
    void resumedBy(Runnable work) {
        resume = work;
    }

    void came(WebSocketFrame frame) {
        waiting.add(frame);
    }

    /** The next frame; null if none may be taken in now. */
    @Nullable
    WebSocketFrame next() {
        return paused() ? null : waiting.poll();
    }

    /** Reads on, if whatever came was taken in. */
    void more() {
        if (!paused() && waiting.isEmpty()) {
            Channel unused = channel.read();
        }
    }

    void begin(boolean only) {
        served++;
        alone |= only;
    }

    void end() {
        served--;
        alone = false;
        resume.run();
    }

    /** Drops what waits. */
    void discard() {
        waiting.forEach(WebSocketFrame::release);
        waiting.clear();
    }

    /** Whether nothing is served. */
    boolean idle() {
        return served == 0;
    }

    /** Whether a client that is not heard has the right to be: what it sends is not looked at. */
    boolean paused() {
        return alone || served >= AT_ONCE;
    }
}
