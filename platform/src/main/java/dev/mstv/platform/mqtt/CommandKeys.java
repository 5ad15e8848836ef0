package dev.mstv.platform.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a command is told from others when the broker delivers it again. */
final class CommandKeys {

    /** As many bytes as a UUID has: what is shorter is a counter, most likely, that begins anew with its client. */
    private static final int UNIQUE = 16;

    private CommandKeys() {}

    /** The sender's own key; else one of where and for what the answer is awaited; null if neither tells. */
    static @Nullable String of(IncomingCommand command) {
        String sent = command.property("idempotency-key");
        return sent == null ? derived(command) : sent;
    }

    private static @Nullable String derived(IncomingCommand command) {
        Optional<String> topic = command.responseTopic();
        ByteBuffer correlation = command.correlation();
        if (topic.isEmpty() || correlation == null || correlation.remaining() < UNIQUE) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(topic.get().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(correlation.duplicate());
            return "mqtt-" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
