package dev.mstv;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A client that begins to speak TLS in a way that no library does any more. */
final class RawTls implements AutoCloseable {

    /** The alert of RFC 8446, section 6.2. */
    static final int PROTOCOL_VERSION = 70;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int ALERT = 21;

    private final Socket socket;
    private final DataInputStream answers;

    RawTls(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.answers = new DataInputStream(socket.getInputStream());
    }

    /** Offers TLS 1.1 at most, with a cipher suite of that time (TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA). */
    void helloOfTls11() throws IOException {
        ByteBuffer hello = ByteBuffer.allocate(50);
        hello.put((byte) 22).putShort((short) 0x0301).putShort((short) 45);
        hello.put((byte) 1).put((byte) 0).putShort((short) 41);
        hello.putShort((short) 0x0302).put(new byte[32]).put((byte) 0);
        hello.putShort((short) 2).putShort((short) 0xC009).put((byte) 1).put((byte) 0);
        socket.getOutputStream().write(hello.array());
        socket.getOutputStream().flush();
    }

    /** Says the first bytes of a hello and no more. */
    void hesitate() throws IOException {
        socket.getOutputStream().write(new byte[] {22, 3, 1});
        socket.getOutputStream().flush();
    }

    /** The description of the alert that comes next. */
    int alert() throws IOException {
        int type = answers.readUnsignedByte();
        if (type != ALERT) {
            throw new IOException("Not an alert: " + type);
        }
        answers.skipNBytes(5);
        return answers.readUnsignedByte();
    }

    /** Whether the server has closed the connection, after whatever it said; waits for that. */
    boolean isClosed() throws IOException {
        long unused = answers.transferTo(java.io.OutputStream.nullOutputStream());
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
