package dev.mstv;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, by the JDK's own means. */
final class EventStream implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Map<String, String> END = Map.of("event", "END OF STREAM");

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    private EventStream(HttpRequest request) {
        try {
            response = http.send(request, BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread unused = Thread.startVirtualThread(this::read);
    }

    static EventStream open(ApplicationContext process, String channel, @Nullable Person person) {
        return open(process, channel, person, null);
    }

    static EventStream open(
            ApplicationContext process, String channel, @Nullable Person person, @Nullable String lastEventId) {
        int port = process.getBean(EmbeddedServer.class).getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/streams/" + channel))
                .timeout(LIMIT);
        if (person != null) {
            request.header("Authorization", person.authorization());
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventStream(request.build());
    }

    int status() {
        return response.statusCode();
    }

    /** The next event that is not of the stream itself; its {@code id}, {@code event} and {@code data}. */
    Map<String, String> next() {
        try {
            Map<String, String> event = events.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new AssertionError("No event within " + LIMIT);
            }
            return "heartbeat".equals(event.get("event")) ? next() : event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next event of that name. */
    Map<String, String> next(String name) {
        Map<String, String> event = next();
        while (!name.equals(event.get("event"))) {
            if (event.equals(END)) {
                throw new AssertionError("The stream ended before " + name);
            }
            event = next();
        }
        return event;
    }

    /** What the next event of that name says. */
    String data(String name) {
        return Objects.requireNonNull(next(name).get("data"));
    }

    private void read() {
        Map<String, String> event = new HashMap<>();
        try {
            for (Iterator<String> lines = response.body().iterator(); lines.hasNext(); ) {
                String line = lines.next();
                int colon = line.indexOf(':');
                if (line.isEmpty()) {
                    events.add(event);
                    event = new HashMap<>();
                } else if (colon > 0) {
                    event.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        } catch (java.io.UncheckedIOException e) {
            // Closed by the test, or cut off: the end either way.
        }
        events.add(END);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
