package dev.mstv.platform.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys and how long what they sign is valid. Never printed.
 *
 * @param encryptionKey of 32 bytes
 */
public record SecretSettings(TokenKey tokenKey, SecretKey encryptionKey, Duration accessToken, Duration refreshToken) {

    private static final String HMAC = "HmacSHA256";
    private static final String AES = "AES";
    private static final int LEAST_SECRET_BYTES = 32;
    private static final int ENCRYPTION_KEY_BYTES = 32;

    static SecretSettings read(Variables variables, Mode mode) {
        return new SecretSettings(
                tokenKey(variables, mode),
                encryptionKey(variables),
                variables.duration("ACCESS_TOKEN_EXP", Duration.ofMinutes(15)),
                variables.duration("REFRESH_TOKEN_EXP", Duration.ofDays(7)));
    }

    @Override
    public String toString() {
        return "SecretSettings[…]";
    }

    private static TokenKey tokenKey(Variables variables, Mode mode) {
        TokenKey none = new TokenKey.Secret(new SecretKeySpec(new byte[LEAST_SECRET_BYTES], HMAC));
        if (variables.text("JWT_PRIVATE_KEY").isPresent()) {
            return variables.parsed(
                    "JWT_PRIVATE_KEY",
                    none,
                    "an Ed25519 or RSA (2048 bits or more) key in PKCS #8 PEM form",
                    PrivateKeys::parse);
        }
        Optional<String> secret = variables.text("JWT_SECRET");
        if (secret.isEmpty()) {
            variables.fault("JWT_SECRET", "is missing, at least 32 bytes are needed, or JWT_PRIVATE_KEY instead");
            return none;
        }
        byte[] bytes = secret.get().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET_BYTES) {
            variables.fault("JWT_SECRET", "is too short, at least 32 bytes are needed");
            return none;
        }
        if (mode == Mode.PRODUCTION && secret.get().chars().distinct().count() < 8) {
            variables.fault("JWT_SECRET", "is too simple for production");
        }
        return new TokenKey.Secret(new SecretKeySpec(bytes, HMAC));
    }

    private static SecretKey encryptionKey(Variables variables) {
        SecretKey none = new SecretKeySpec(new byte[ENCRYPTION_KEY_BYTES], AES);
        if (variables.text("ENCRYPTION_KEY").isEmpty()) {
            variables.fault("ENCRYPTION_KEY", "is missing, 32 bytes in base64 are needed");
            return none;
        }
        return variables.parsed("ENCRYPTION_KEY", none, "32 bytes in base64", text -> {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length != ENCRYPTION_KEY_BYTES) {
                throw new IllegalArgumentException();
            }
            return new SecretKeySpec(key, AES);
        });
    }
}
