package dev.mstv.devstack.consul;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The stub's HTTP server: can be stopped, and can be made to answer nobody. */
final class StubServer {

    static final String HOST = "127.0.0.1";

    private static final int FORBIDDEN = 403;

    private final int port;
    private final Optional<String> token;
    private final AtomicLong requests = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition resumed = lock.newCondition();
    private boolean suspended;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads, StubChecks checks) {}

    StubServer(int port, Optional<String> token) {
        this.port = port;
        this.token = token;
    }

    long requests() {
        return requests.get();
    }

    synchronized void start(StubState state) {
        StubApi api = new StubApi(state);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/v1/", exchange -> serve(api, exchange));
            server.start();
            running = new Running(server, threads, new StubChecks(state.services()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void stop() {
        if (running != null) {
            running.checks().close();
            running.threads().shutdownNow();
            running.server().stop(0);
            running = null;
        }
    }

    void suspend() {
        set(true);
    }

    void resume() {
        set(false);
    }

    private void set(boolean suspend) {
        lock.lock();
        try {
            suspended = suspend;
            resumed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void serve(StubApi api, HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            StubAnswer answer = permitted(exchange)
                    ? api.answer(new StubRequest(exchange))
                    : StubAnswer.text(FORBIDDEN, "Permission denied");
            awaitResumed();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.index().ifPresent(index -> exchange.getResponseHeaders().set("X-Consul-Index", index));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean permitted(HttpExchange exchange) {
        String sent = exchange.getRequestHeaders().getFirst("X-Consul-Token");
        return token.isEmpty() || token.get().equals(sent);
    }

    private void awaitResumed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (suspended) {
                resumed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
