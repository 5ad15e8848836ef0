package dev.mstv.platform.socket;

import io.netty.channel.Channel;

/**
 * When the next frame is read: not while too many are served, or one is served that no other may overtake. What a client
 * sends meanwhile waits with them. For the event loop alone.
 */
final class Reading {

    private static final int AT_ONCE = 16;

    private final Channel channel;
    private int served;
    private boolean alone;
    private boolean paused;

    Reading(Channel channel) {
        this.channel = channel;
    }

    /** The last frame was taken in. */
    void next() {
        paused = alone || served >= AT_ONCE;
        if (!paused) {
            // Not at once: reading calls back, and a client may have sent ten thousand frames together.
            channel.eventLoop().execute(channel::read);
        }
    }

    void begin(boolean only) {
        served++;
        alone |= only;
    }

    void end() {
        served--;
        alone = false;
        if (paused) {
            next();
        }
    }

    /** Whether nothing is served. */
    boolean idle() {
        return served == 0;
    }

    /** Whether a client that is not heard has the right to be: what it sends is not looked at. */
    boolean paused() {
        return paused;
    }
}
