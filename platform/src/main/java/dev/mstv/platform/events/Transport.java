package dev.mstv.platform.events;

import java.util.List;

/** Takes events from the relay to where subscribers find them. Thread-safe. */
public interface Transport {

    /**
     * Takes events over, those of one stream in their order. Blocks until each one is where a crash of this process cannot
     * lose it; may then have taken some of them twice, never none.
     *
     * @throws RuntimeException if that cannot be said of all of them; the relay sends them again, later
     * @throws InterruptedException if this process stops meanwhile
     */
    void send(List<Envelope> events) throws InterruptedException;
}
