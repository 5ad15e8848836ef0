package dev.mstv.auth.application;

import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** One-time tokens as text, and what is stored in the place of them and of the addresses they go to. */
@Singleton
final class TokenText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Encryption encryption;

    TokenText(Encryption encryption) {
        this.encryption = encryption;
    }

    /** A new one: 256 random bits in base64url. */
    String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hex. Of so many random bits that no slower hash is needed. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Equal for one address in whichever case, and of no use without our key. */
    String address(String email) {
        return encryption.fingerprint(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
