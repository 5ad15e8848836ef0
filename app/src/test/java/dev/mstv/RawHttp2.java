package dev.mstv;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client of HTTP/2 (RFC 9113) that sends whichever frames it likes. */
final class RawHttp2 implements AutoCloseable {

    /** RFC 9113, section 6.5.2. */
    static final int MAX_CONCURRENT_STREAMS = 3;

    /** RFC 9113, section 7. */
    static final int ENHANCE_YOUR_CALM = 11;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM_AND_HEADERS = 5;
    private static final int CANCEL = 8;

    private final SSLSocket socket;
    private final DataInputStream frames;

    private record Frame(int type, ByteBuffer content) {}

    RawHttp2(Path authority, int port) throws IOException {
        try (TlsClient client = TlsClient.trusting(authority)) {
            this.socket = (SSLSocket) client.context().getSocketFactory().createSocket("localhost", port);
        }
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        this.frames = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(frame(SETTINGS, 0, 0, new byte[0]));
        socket.getOutputStream().flush();
    }

    /** Asks so many times, and takes each question back at once; as many as the server listens to. */
    void flood(int requests) throws IOException {
        byte[] cancel = {0, 0, 0, CANCEL};
        try {
            for (int i = 0; i < requests; i++) {
                int stream = 2 * i + 1;
                socket.getOutputStream().write(frame(HEADERS, END_STREAM_AND_HEADERS, stream, question()));
                socket.getOutputStream().write(frame(RST_STREAM, 0, stream, cancel));
            }
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // The server has had enough, and has said so before.
        }
    }

    /** Why the server will not listen any more. */
    int goneAway() throws IOException {
        return next(GOAWAY).content().getInt(Integer.BYTES);
    }

    /** What the server's settings say. */
    int setting(int id) throws IOException {
        ByteBuffer settings = next(SETTINGS).content();
        while (settings.hasRemaining()) {
            int found = settings.getShort();
            int value = settings.getInt();
            if (found == id) {
                return value;
            }
        }
        throw new IOException("Not told: " + id);
    }

    // GET /users, by the static table of RFC 7541 but for what is not in it.
    private static byte[] question() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x87, 0x04, 6});
        block.writeBytes("/users".getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(new byte[] {0x01, 9});
        block.writeBytes("localhost".getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] content) {
        return ByteBuffer.allocate(9 + content.length)
                .put((byte) 0)
                .putShort((short) content.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(content)
                .array();
    }

    private Frame next(int type) throws IOException {
        Frame frame = next();
        while (frame.type() != type) {
            frame = next();
        }
        return frame;
    }

    private Frame next() throws IOException {
        int length = frames.readUnsignedByte() << 16 | frames.readUnsignedShort();
        int type = frames.readUnsignedByte();
        frames.skipNBytes(5);
        byte[] content = frames.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return new Frame(type, ByteBuffer.wrap(content));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
