package dev.mstv.platform.mongo;

import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is a server that takes writes, as the driver's monitors see it; a change is told once. Thread-safe. */
final class Reachability implements ClusterListener {

    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);

    private final String address;
    private volatile boolean reachable;
    private volatile long goneSince = System.nanoTime();
    private volatile boolean closed;

    /** Not yet reached. */
    Reachability(String address) {
        this.address = address;
    }

    boolean reachable() {
        return reachable;
    }

    /** Whether there has been none for that long. */
    boolean goneFor(Duration time) {
        return !reachable && System.nanoTime() - goneSince > time.toNanos();
    }

    /** From now on nothing is told. */
    void close() {
        closed = true;
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        boolean now = event.getNewDescription().hasWritableServer();
        if (now == reachable) {
            return;
        }
        goneSince = System.nanoTime();
        reachable = now;
        if (now) {
            LOG.info("MongoDB at {} is there", address);
        } else if (!closed) {
            LOG.warn("MongoDB at {} is away: read models are not read, and what happens waits", address);
        }
    }
}
