package dev.mstv;

import dev.mstv.platform.discovery.Registrar;
import dev.mstv.platform.observability.Health;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a process in order: nobody is sent here any more, it is not ready any more, what is under way comes to its end, then
 * everything closes.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Shutdown() {}

    static void of(EmbeddedServer server) {
        ApplicationContext context = server.getApplicationContext();
        context.findBean(Registrar.class).ifPresent(Registrar::end);
        context.getBean(Health.class).drain();
        try {
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Requests are still under way after {} s", GRACE.toSeconds(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
        LOG.info("Stopped");
    }
}
