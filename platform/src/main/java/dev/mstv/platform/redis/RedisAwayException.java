package dev.mstv.platform.redis;

/** Redis cannot be reached, did not answer in time, or refused; whether it did what was asked is not known. */
public final class RedisAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisAwayException(String message) {
        super(message, null, false, false);
    }
}
