package dev.mstv.platform.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says a letter from time to time, so that no single read takes long, and never says a whole line. */
final class FakeStallingSmtp implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket socket;

    FakeStallingSmtp() {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
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

    private void serve() {
        try (Socket client = socket.accept()) {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                client.getOutputStream().write('2');
            }
        } catch (IOException | InterruptedException e) {
            // The client does not wait any longer.
            Thread.currentThread().interrupt();
        }
    }
}
