package dev.mstv.platform.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where Redis is, and whether it is used.
 *
 * @param address as {@code redis://} or {@code rediss://}, there if it is on; it may hold a password and is never printed
 */
public record RedisSettings(boolean on, Optional<URI> address) {

    private static final String ALLOWED = "redis://user:password@host:port/database or rediss://... for TLS";

    static RedisSettings read(Variables variables) {
        boolean on = variables.flag("ENABLE_REDIS_CACHE", false);
        if (on && !variables.present("REDIS_URL")) {
            variables.fault("REDIS_URL", "is missing where ENABLE_REDIS_CACHE is true, allowed is " + ALLOWED);
        }
        return new RedisSettings(
                on, variables.parsed("REDIS_URL", Optional.empty(), ALLOWED, text -> Optional.of(address(text))));
    }

    @Override
    public String toString() {
        return "RedisSettings[on=" + on + "]";
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        boolean redis = "redis".equals(address.getScheme()) || "rediss".equals(address.getScheme());
        if (!redis || address.getHost() == null) {
            throw new IllegalArgumentException();
        }
        return address;
    }
}
