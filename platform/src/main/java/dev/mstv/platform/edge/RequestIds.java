package dev.mstv.platform.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids for requests that came without one: unique, but no secret, so that they cost next to nothing. */
public final class RequestIds {

    private RequestIds() {}

    /** The next one. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
