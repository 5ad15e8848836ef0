package dev.mstv.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Speaks just enough SMTP to say no at one command: the server that we have takes everything.
 */
public final class FakeRejectingSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;

    /**
     * On a free port of the loopback address.
     *
     * @param command such as {@code RCPT}
     * @param answer such as {@code 550 No such mailbox}
     */
    public FakeRejectingSmtp(String command, String answer) {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.answers = Map.of(command, answer);
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
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
            say(out, "220 ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                say(out, answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
