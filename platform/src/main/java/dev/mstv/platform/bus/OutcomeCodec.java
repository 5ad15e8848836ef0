package dev.mstv.platform.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes outcomes down for a later retry: as JSON, encrypted, because some carry tokens and most personal data. */
@Singleton
final class OutcomeCodec {

    private final ObjectMapper json = MessageJson.mapper();
    private final Encryption encryption;

    OutcomeCodec(Encryption encryption) {
        this.encryption = encryption;
    }

    String encode(Object outcome, Type type) {
        try {
            return encryption.encrypt(json.writerFor(json.constructType(type)).writeValueAsBytes(outcome));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object decode(String stored, Type type) {
        try {
            return json.readValue(encryption.decrypt(stored), json.constructType(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The caller's key. Callers who are not signed in share one space of keys. Of the commands that one handler sends,
     * each has its own, the same one whenever the handler runs again.
     */
    String key(CallContext context, String useCase) {
        String own = context.nested() ? '/' + useCase + '/' + context.sent().getAndIncrement() : "";
        return sha256((context.caller().id() + '\n' + context.idempotencyKey() + own).getBytes(StandardCharsets.UTF_8));
    }

    /** Equal for equal messages of the same use case. */
    String fingerprint(String useCase, Message<?> message) {
        try {
            // Keyed: a message may hold a password, and a plain digest of one could be guessed from the database.
            return encryption.fingerprint(
                    (useCase + '\n' + json.writeValueAsString(message)).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
