package dev.mstv.platform.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients of this process what happens, here and in other processes. What a push costs depends on how many it
 * concerns, not on how many listen. Thread-safe.
 */
@Singleton
public final class Pushes {

    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PushLog log;
    private final Listeners listeners = new Listeners();
    private final Counter told;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object opening = new Object();
    private PushLog.@Nullable Reader reader;
    private volatile @Nullable Thread tail;

    Pushes(PushLog log, MeterRegistry meters) {
        this.log = log;
        this.told = Counter.builder("mstv.push.told")
                .description("Pushes handed to listeners of this process")
                .register(meters);
        Gauge.builder("mstv.push.listeners", listeners, Listeners::size)
                .description("Clients of this process that are told of pushes")
                .register(meters);
    }

    /**
     * Tells everybody whom it concerns, in every process.
     *
     * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if that is not possible now
     */
    public void send(List<Push> pushes) {
        if (!pushes.isEmpty()) {
            log.append(pushes);
        }
    }

    /**
     * Tells the listener what happens from now on, until it is closed.
     *
     * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if that is not possible now
     */
    public Listening listen(Set<Audience> audiences, PushListener listener) {
        follow();
        return listeners.add(audiences, listener);
    }

    /**
     * Tells the listener what has happened since a position, and then what happens from now on. Returns when it has been
     * told the former.
     *
     * @throws PushesGoneException if what has happened since is not known any more
     * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if that is not possible now
     */
    public Listening listenFrom(String position, Set<Audience> audiences, PushListener listener)
            throws PushesGoneException, InterruptedException {
        follow();
        CatchingUp late = new CatchingUp(listener);
        boolean there = false;
        Listening listening = listeners.add(audiences, late);
        try (PushLog.Reader past = log.read(position)) {
            while (!past.caughtUp()) {
                for (PushLog.Entry entry : past.next(WAIT)) {
                    if (entry.push().audiences().stream().anyMatch(audiences::contains)) {
                        late.before(entry.push(), entry.position());
                    }
                }
            }
            late.caughtUp();
            there = true;
            return listening;
        } finally {
            if (!there) {
                listening.close();
            }
        }
    }

    /** Begins to read the log when the first client wants to hear of it. */
    private void follow() {
        if (tail != null) {
            return;
        }
        synchronized (opening) {
            if (tail == null) {
                reader = open(null);
                tail = Thread.ofVirtual().name("pushes").start(this::tell);
            }
        }
    }

    private PushLog.Reader open(@Nullable String position) {
        try {
            return log.read(position);
        } catch (PushesGoneException e) {
            listeners.missed();
            return open(null);
        }
    }

    private void tell() {
        String position = null;
        boolean warned = false;
        try {
            while (closed.getCount() > 0) {
                try {
                    PushLog.Reader from = reader == null ? open(position) : reader;
                    reader = from;
                    position = from.position();
                    for (PushLog.Entry entry : from.next(WAIT)) {
                        told.increment(listeners.tell(entry));
                        position = entry.position();
                    }
                    warned = false;
                } catch (PushesGoneException e) {
                    listeners.missed();
                    position = null;
                    close();
                } catch (RuntimeException e) {
                    if (!warned) {
                        LOG.warn("Clients are not told of anything now", e);
                    }
                    warned = true;
                    close();
                    boolean unused = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Ends", e);
        } finally {
            close();
        }
    }

    private void close() {
        PushLog.Reader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }

    @PreDestroy
    void end() {
        closed.countDown();
        Thread running = tail;
        if (running != null) {
            running.interrupt();
        }
    }

    /** That somebody listens; ends when it is closed. */
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
