package dev.mstv.platform.mqtt;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of each change once, and since when the broker is away. Thread-safe. */
final class ConnectionState {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionState.class);

    private final String broker;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long since = System.nanoTime();
    private volatile boolean ending;

    ConnectionState(String broker) {
        this.broker = broker;
    }

    void connected() {
        away.set(false);
        LOG.info("MQTT broker {} is there", broker);
    }

    void disconnected(Throwable cause) {
        if (!ending && away.compareAndSet(false, true)) {
            since = System.nanoTime();
            LOG.warn("MQTT broker {} is away, what is to be published waits: {}", broker, cause.getMessage());
        }
    }

    /** From now on a disconnection is ours. */
    void ending() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** Since the connection ended; since the start if there was none. */
    long awayNanos() {
        return System.nanoTime() - since;
    }
}
