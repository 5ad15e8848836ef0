package dev.mstv.platform.resilience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that answers on a real socket in every way that servers should not. */
final class FakeBank implements AutoCloseable {

    /** How it answers. */
    enum Manner {
        WELL,
        SLOWLY,
        WITH_404,
        WITH_500,
        WITH_NONSENSE,
        WITH_HALF_A_BODY_AND_THEN_NOTHING,
        WITH_NOTHING,
        BY_CLOSING,
        BY_RESET
    }

    private static final int SLOW_MILLIS = 1_600;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket socket;
    private volatile Manner manner;

    FakeBank(Manner manner) {
        this.manner = manner;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // No virtual thread, under which a port that is closed stays open until the thread has noticed.
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    void answers(Manner other) {
        manner = other;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed, most likely; whoever connects now is told so by the system.
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    requests.incrementAndGet();
                    answer(client, out);
                    return;
                }
            }
        } catch (IOException e) {
            // The client did not wait for the answer.
            Thread.currentThread().interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket client, OutputStream out) throws IOException, InterruptedException {
        switch (manner) {
            case WELL -> say(out, "200 OK", 4, "1.25");
            case SLOWLY -> {
                boolean unused = closed.await(SLOW_MILLIS, TimeUnit.MILLISECONDS);
                say(out, "200 OK", 4, "1.25");
            }
            case WITH_404 -> say(out, "404 Not Found", 0, "");
            case WITH_500 -> say(out, "500 Internal Server Error", 0, "");
            case WITH_NONSENSE -> out.write("what?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case WITH_HALF_A_BODY_AND_THEN_NOTHING -> {
                say(out, "200 OK", 400, "1.25");
                closed.await();
            }
            case WITH_NOTHING -> closed.await();
            case BY_CLOSING -> out.flush();
            case BY_RESET -> client.setSoLinger(true, 0);
        }
    }

    private static void say(OutputStream out, String status, int length, String body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
