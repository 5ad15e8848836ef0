package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where controllers run: the event loop hands a request over to a virtual thread here, and this is the moment at which
 * the request's context is bound. Every controller names it with {@code @ExecuteOn(EdgeExecutor.NAME)}.
 */
@Factory
public final class EdgeExecutor {

    /** The name of the executor. */
    public static final String NAME = "edge";

    @Singleton
    @Named(NAME)
    @Bean(preDestroy = "shutdown")
    ExecutorService executor() {
        return new Binding(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("edge-", 0).factory()));
    }

    private static final class Binding extends AbstractExecutorService {

        private final ExecutorService threads;

        Binding(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            Optional<CallContext> call = ServerRequestContext.currentRequest().flatMap(Calls::of);
            threads.execute(call.isEmpty() ? task : () -> Calls.run(call.get(), task));
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(timeout, unit);
        }
    }
}
