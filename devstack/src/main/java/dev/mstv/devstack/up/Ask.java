package dev.mstv.devstack.up;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Asks the {@code up} that runs in the current directory: {@code status}, {@code stop} or {@code start} of a process. */
final class Ask {

    private Ask() {}

    /** Ends with the exit code that the answer has. */
    public static void main(String[] arguments) {
        String answer;
        try {
            answer = answer(String.join(" ", arguments));
        } catch (IOException e) {
            answer = Refusal.UNAVAILABLE + " MSTV does not run in this directory: start it with ./mstv up";
        }
        int code = Integer.parseInt(answer.substring(0, answer.indexOf(' ')));
        (code == 0 ? System.out : System.err)
                .println(answer.substring(answer.indexOf(' ') + 1).stripTrailing());
        System.exit(code);
    }

    private static String answer(String request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Layout.CONTROL))) {
            channel.write(StandardCharsets.UTF_8.encode(request + "\n"));
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (answer.isEmpty()) {
                throw new IOException("It has ended before it answered");
            }
            return answer;
        }
    }
}
