package dev.mstv.devstack.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Where a run of {@code up} takes requests of other terminals: one line to and fro on a socket of the working copy. An
 * answer begins with the exit code that it means.
 */
final class Control implements AutoCloseable {

    private final ServerSocketChannel channel;
    private final Path socket;
    private final Function<List<String>, String> answers;

    private Control(ServerSocketChannel channel, Path socket, Function<List<String>, String> answers) {
        this.channel = channel;
        this.socket = socket;
        this.answers = answers;
    }

    /** Listens; what a killed run left there is no hindrance. The path has to be short, as systems have it. */
    static Control open(Path socket, Function<List<String>, String> answers) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            Control control = new Control(channel, socket, answers);
            Thread.ofPlatform().daemon().start(control::accept);
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel request = channel.accept();
                Thread.ofVirtual().start(() -> serve(request));
            }
        } catch (ClosedChannelException e) {
            // The end.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel request) {
        try (request) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(request), StandardCharsets.UTF_8));
            String line = lines.readLine();
            if (line != null) {
                ByteBuffer answer = StandardCharsets.UTF_8.encode(answer(List.of(line.split(" ", -1))));
                while (answer.hasRemaining()) {
                    request.write(answer);
                }
            }
        } catch (IOException e) {
            // Who asked is gone.
            return;
        }
    }

    private String answer(List<String> words) {
        try {
            return "0 " + answers.apply(words) + "\n";
        } catch (Refusal e) {
            return e.exitCode() + " " + e.getMessage() + "\n";
        }
    }
}
