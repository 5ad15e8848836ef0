package dev.mstv.platform.consul;

import dev.mstv.platform.events.Backoff;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.option.ImmutableQueryOptions;
import org.kiwiproject.consul.option.QueryOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one blocking query again and again, on a virtual thread of its own, and hands on every answer, also one that says
 * nothing new. While Consul is away nothing is handed on, and it is asked anew after a pause. Follows the advice of
 * <a href="https://developer.hashicorp.com/consul/api-docs/features/blocking">Consul's documentation</a>.
 */
final class Watch<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int WAIT_SECONDS = 10;
    private static final Duration SPACING = Duration.ofMillis(50);
    private static final Duration UNTIL_ASKED_ANEW = Duration.ofSeconds(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final String name;
    private final Query<T> query;
    private final Consumer<Answer<T>> receiver;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private BigInteger index = BigInteger.ZERO;
    private int failures;
    private long steadySince;
    private volatile boolean failing = true;
    private volatile long answered = System.nanoTime();

    /** Begins at once. */
    Watch(String name, Query<T> query, Consumer<Answer<T>> receiver) {
        this.name = name;
        this.query = query;
        this.receiver = receiver;
        this.thread = Thread.ofVirtual().name("consul-" + name).start(this::run);
    }

    /** Whether the last attempt failed, or none has come to its end. */
    boolean failing() {
        return failing;
    }

    /** Since the last answer; before the first one, since the beginning. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    private void run() {
        Duration pause = Duration.ZERO;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once; how long to wait before the next time. */
    private Duration ask() {
        long begin = System.nanoTime();
        try {
            ConsulResponse<T> response = query.ask(options());
            answered = System.nanoTime();
            if (failing) {
                steadySince = answered;
            }
            receiver.accept(new Answer<>(response.getResponse(), Duration.ofNanos(answered - steadySince)));
            index = next(response.getIndex());
            tell(false, "");
            failures = 0;
            // Something else may change all the time, and each change be an answer; or no answer has an index.
            Duration spacing = index.signum() == 0 ? UNTIL_ASKED_ANEW : SPACING;
            Duration rest = spacing.minusNanos(System.nanoTime() - begin);
            return rest.isNegative() ? Duration.ZERO : rest;
        } catch (RuntimeException e) {
            // What comes back may be a server that counts anew.
            index = BigInteger.ZERO;
            tell(true, String.valueOf(e.getMessage()));
            LOG.debug("No answer for {}", name, e);
            return BACKOFF.after(++failures);
        }
    }

    private QueryOptions options() {
        return index.signum() == 0
                ? ImmutableQueryOptions.builder().build()
                : QueryOptions.blockSeconds(WAIT_SECONDS, index).build();
    }

    // An index that goes backwards is of a server that lost its data, and one below 1 would be answered at once.
    private BigInteger next(BigInteger answer) {
        return answer.compareTo(index) < 0 || answer.signum() <= 0 ? BigInteger.ZERO : answer;
    }

    /** Once per change. */
    private void tell(boolean fails, String why) {
        boolean first = failures == 0;
        boolean before = failing;
        failing = fails;
        if (closed.getCount() == 0) {
            return;
        }
        if (fails && first) {
            LOG.warn("Consul does not answer for {}, what it said last stays: {}", name, why);
        } else if (!fails && before) {
            LOG.info("Consul answers for {}", name);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
