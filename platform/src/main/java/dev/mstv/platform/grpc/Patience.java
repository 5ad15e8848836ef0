package dev.mstv.platform.grpc;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what takes too long, also where the other side has set no deadline. Thread-safe. */
@Singleton
final class Patience {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("grpc-patience").daemon().factory());

    Patience() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * What the current call is done in: cancelled when it has taken so long, when its own deadline is over or its caller has
     * gone. Whoever begins it cancels it in the end.
     */
    CancellableContext begin(Duration limit) {
        return Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, clock);
    }

    /** Does something, on a thread of its own, if the time is over before the end; who has gone hears of nothing. */
    static void whenOver(CancellableContext time, Runnable work) {
        time.addListener(
                ended -> {
                    if (ended.cancellationCause() instanceof TimeoutException) {
                        Thread.startVirtualThread(work);
                    }
                },
                Runnable::run);
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }
}
