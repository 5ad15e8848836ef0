package dev.mstv.platform.discovery;

import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.events.Backoff;
import dev.mstv.platform.observability.Health;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.ConsulException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers this process with Consul once it is ready, and again whenever the agent does not know it any more, until it
 * ends. Thread-safe.
 */
@Singleton
@Requires(property = ConsulAgent.ON, value = "true")
public final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final Duration UNTIL_READY = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

    private final ConsulAgent consul;
    private final Registrations registrations;
    private final Health health;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean registered;
    private int failures;
    private @Nullable Thread keeper;

    Registrar(ConsulAgent consul, Registrations registrations, Health health) {
        this.consul = consul;
        this.registrations = registrations;
        this.health = health;
    }

    /**
     * Begins, once the process listens.
     *
     * @param httpPort where it answers for its health
     * @param busPort where other processes reach its modules; empty if they do not
     */
    public synchronized void begin(int httpPort, OptionalInt busPort) {
        keeper = Thread.ofVirtual().name("consul-registrar").start(() -> keep(httpPort, busPort));
    }

    /** Whether the agent knew this process when it was last asked. */
    boolean registered() {
        return registered;
    }

    /**
     * Takes this process out of Consul, first of all when it stops. Takes 4 s at most: if Consul is away then, the process
     * is found to be gone by its check.
     */
    @PreDestroy
    public synchronized void end() {
        if (ended.getCount() == 0) {
            return;
        }
        ended.countDown();
        if (keeper != null) {
            keeper.interrupt();
            join(keeper);
            deregister();
        }
    }

    private void keep(int httpPort, OptionalInt busPort) {
        Duration pause = Duration.ZERO;
        try {
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look(httpPort, busPort);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Registers what is not registered; how long to wait before looking again. */
    private Duration look(int httpPort, OptionalInt busPort) {
        try {
            Set<String> known = consul.services().getServices().keySet();
            if (!known.containsAll(registrations.ids())) {
                registered = false;
                if (!health.check().working()) {
                    return UNTIL_READY;
                }
                registrations.all(httpPort, busPort).forEach(consul.services()::register);
                LOG.info("Registered with Consul as {}", registrations.ids());
            }
            registered = true;
            failures = 0;
            return LOOK;
        } catch (ConsulException | SocketException e) {
            registered = false;
            tell(e);
            return BACKOFF.after(++failures);
        }
    }

    private void tell(Exception why) {
        if (failures == 0 && ended.getCount() > 0) {
            LOG.warn("This process cannot be registered with Consul now: {}", String.valueOf(why.getMessage()));
        }
    }

    private void deregister() {
        try {
            registrations.ids().forEach(consul.services()::deregister);
            registered = false;
        } catch (ConsulException e) {
            LOG.warn("Consul finds out by itself that this process is gone: {}", String.valueOf(e.getMessage()));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
