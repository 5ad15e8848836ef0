package dev.mstv;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of WebSockets that says what it likes, and need not listen. */
final class RawSocket implements AutoCloseable {

    static final int TEXT = 0x81;
    static final int TEXT_TO_BE_CONTINUED = 0x01;
    static final int CONTINUED = 0x00;
    static final int PING = 0x89;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int CLOSE = 8;
    private static final int SMALL = 8_192;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]+)\"");

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String answer;

    /** Shakes hands, with further lines of the head. */
    RawSocket(ApplicationContext process, String path, String... lines) {
        try {
            socket.setReceiveBufferSize(SMALL);
            int port = process.getBean(EmbeddedServer.class).getPort();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(socket.getInputStream());
            bytes(("GET " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + String.join("\r\n", lines) + (lines.length > 0 ? "\r\n\r\n" : "\r\n"))
                    .getBytes(StandardCharsets.ISO_8859_1));
            answer = head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawSocket of(ApplicationContext process, String token) {
        return new RawSocket(process, "/ws", "Authorization: Bearer " + token);
    }

    /** The head of the answer to the handshake. */
    String answer() {
        return answer;
    }

    /** The status of the answer, and the code of its problem if it is one. */
    String refusal() {
        String status = answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
        Matcher length = LENGTH.matcher(answer);
        try {
            String body = length.find()
                    ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                    : "";
            Matcher code = CODE.matcher(body);
            return code.find() ? status + ' ' + code.group(1) : status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a frame as clients do, masked: with nothing but zeros. */
    void frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        bytes(frame.toByteArray());
    }

    void bytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of the frame with which the server closes; 0 if it ends the connection without one. */
    int closeCode() {
        try {
            int first;
            while ((first = in.read()) >= 0) {
                int length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = (int) in.readLong();
                }
                byte[] payload = in.readNBytes(length);
                if ((first & 0x0F) == CLOSE) {
                    return ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
