package dev.mstv.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** A closed-loop load on loopback: some connections, each of which sends the same request as soon as it was answered. */
final class Load implements Target {

    static final int CONNECTIONS = 32;

    private final int port;
    private final byte[] request;
    private final int connections;

    private Load(int port, byte[] request, int connections) {
        this.port = port;
        this.request = request;
        this.connections = connections;
    }

    static Load get(int port, String path, String token) {
        return of(port, "GET " + path + " HTTP/1.1\r\n" + headers(port, token) + "\r\n");
    }

    static Load post(int port, String path, String token, String json) {
        return of(
                port,
                "POST " + path + " HTTP/1.1\r\n" + headers(port, token) + "Content-Type: application/json\r\n"
                        + "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    /** The same request on one connection: what it takes when nothing else is done. */
    Load alone() {
        return on(1);
    }

    /** The same request on as many connections. */
    Load on(int count) {
        return new Load(port, request, count);
    }

    @Override
    public LoadResult run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return run(() -> System.nanoTime() < end);
    }

    /** For as long as somebody wants. */
    LoadResult run(BooleanSupplier goesOn) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            long start = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> connection(goesOn)));
            }
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> connection : running) {
                latencies.add(connection.get());
            }
            return LoadResult.of(latencies, Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The load failed", e);
        }
    }

    private long[] connection(BooleanSupplier goesOn) {
        Latencies latencies = new Latencies();
        try (HttpConnection connection = new HttpConnection(port)) {
            long begin = System.nanoTime();
            while (goesOn.getAsBoolean()) {
                connection.exchange(request);
                long now = System.nanoTime();
                latencies.add(now - begin);
                begin = now;
            }
            return latencies.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Load of(int port, String request) {
        return new Load(port, request.getBytes(StandardCharsets.UTF_8), CONNECTIONS);
    }

    private static String headers(int port, String token) {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return "Host: 127.0.0.1:" + port + "\r\n" + authorization;
    }
}
