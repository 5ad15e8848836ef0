package dev.mstv.platform.security;

import dev.mstv.platform.config.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256 under keys derived from {@code ENCRYPTION_KEY}, one for each purpose. Thread-safe. */
@Singleton
public final class Encryption {

    private static final String MAC = "HmacSHA256";

    private final DataKey encryptionKey;
    private final SecretKeySpec fingerprintKey;

    Encryption(Settings settings) {
        byte[] master = settings.secrets().encryptionKey().getEncoded();
        this.encryptionKey = new DataKey(derive(master, "encryption"));
        this.fingerprintKey = new SecretKeySpec(derive(master, "fingerprint"), MAC);
    }

    /** The text behind a nonce of its own, in base64. */
    public String encrypt(byte[] plain) {
        return encryptionKey.seal(plain, "");
    }

    /**
     * What {@link #encrypt} was given.
     *
     * @throws IllegalStateException if the text was altered or made with another key
     */
    public byte[] decrypt(String text) {
        return encryptionKey.open(text, "");
    }

    /** Equal for equal texts, and of no use to who does not have the key; 64 hex digits. */
    public String fingerprint(byte[] text) {
        return HexFormat.of().formatHex(mac(fingerprintKey, text));
    }

    private static byte[] derive(byte[] master, String purpose) {
        return mac(new SecretKeySpec(master, MAC), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }
}
