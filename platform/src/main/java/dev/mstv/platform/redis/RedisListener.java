package dev.mstv.platform.redis;

/** Somebody whose memory depends on what Redis tells. Called by one thread at a time, save {@link #lost}. */
public interface RedisListener {

    /** A node has published this; it may be this one. Must not block. */
    void heard(String message);

    /**
     * The connection is there, and will be believed when all listeners have returned: whoever owes Redis something pays
     * it now. Called again every moment while it lasts.
     *
     * @throws RedisAwayException if it is gone again
     */
    void connected();

    /** The connection is gone: messages may be missed from now on. Must not block. */
    void lost();
}
