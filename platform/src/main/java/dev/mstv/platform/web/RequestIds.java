package dev.mstv.platform.web;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids for requests that came without one: unique, but no secret, so that they cost next to nothing. */
final class RequestIds {

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
