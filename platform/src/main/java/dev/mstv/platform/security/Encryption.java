package dev.mstv.platform.security;

import dev.mstv.platform.config.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256 under keys derived from {@code ENCRYPTION_KEY}, one for each purpose. Thread-safe. */
@Singleton
public final class Encryption {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryptionKey;
    private final SecretKeySpec fingerprintKey;

    Encryption(Settings settings) {
        byte[] master = settings.secrets().encryptionKey().getEncoded();
        this.encryptionKey = new SecretKeySpec(derive(master, "encryption"), "AES");
        this.fingerprintKey = new SecretKeySpec(derive(master, "fingerprint"), MAC);
    }

    /** The text behind a nonce of its own, in base64. */
    public String encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /**
     * What {@link #encrypt} was given.
     *
     * @throws IllegalStateException if the text was altered or made with another key
     */
    public byte[] decrypt(String text) {
        try {
            byte[] encrypted = Base64.getDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A stored text was altered, or ENCRYPTION_KEY has changed", e);
        }
    }

    /** Equal for equal texts, and of no use to who does not have the key; 64 hex digits. */
    public String fingerprint(byte[] text) {
        return HexFormat.of().formatHex(mac(fingerprintKey, text));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
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
