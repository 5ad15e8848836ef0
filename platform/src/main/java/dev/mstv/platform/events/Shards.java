package dev.mstv.platform.events;

import java.util.UUID;

/** The parts into which the work of a relay is split: a stream is in one of them, always the same. */
final class Shards {

    static final int COUNT = 64;

    private Shards() {}

    static int of(UUID stream) {
        return Math.floorMod(stream.hashCode(), COUNT);
    }
}
