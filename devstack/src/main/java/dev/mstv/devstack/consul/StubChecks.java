package dev.mstv.devstack.consul;

import dev.mstv.devstack.consul.StubService.Check;
import dev.mstv.devstack.consul.StubService.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the checks of what is registered, each on time, while the stub runs. */
final class StubChecks implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(20);
    private static final int OK = 200;
    private static final int FIRST_NOT_OK = 300;

    private final StubServices services;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Long> due = new HashMap<>();
    private final Map<String, Long> criticalSince = new HashMap<>();

    StubChecks(StubServices services) {
        this.services = services;
        Thread.ofVirtual().name("consul-stub-checks").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                for (StubService service : services.all()) {
                    service.check().ifPresent(check -> look(service, check));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // One after the other: there are few, on this machine.
    private void look(StubService service, Check check) {
        long now = System.nanoTime();
        long next =
                due.computeIfAbsent(service.id(), any -> now + check.interval().toNanos());
        if (now - next < 0) {
            return;
        }
        due.put(service.id(), now + check.interval().toNanos());
        boolean well = answersWell(check);
        services.found(service, well ? Status.PASSING : Status.CRITICAL);
        if (well) {
            criticalSince.remove(service.id());
        } else if (now - criticalSince.computeIfAbsent(service.id(), any -> now)
                > check.goneAfter().toNanos()) {
            services.remove(service.id());
        }
    }

    private boolean answersWell(Check check) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(check.url()))
                .timeout(check.timeout())
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= OK && status < FIRST_NOT_OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        client.shutdownNow();
    }
}
