package dev.mstv.platform.security;

import dev.mstv.platform.config.TokenKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;

/** What tokens can be signed with, each sort with a key of ours and one of somebody else. */
// A pair of keys is immutable, though its class does not say so.
@SuppressWarnings("ImmutableEnumChecker")
enum KeyKind {
    SECRET("RSA"),
    RSA("RSA"),
    ED25519("Ed25519");

    static final byte[] SECRET_BYTES = "a-secret-of-more-than-thirty-two-bytes".getBytes(StandardCharsets.UTF_8);

    private static final byte[] OTHER_SECRET =
            "another-one-of-more-than-thirty-two-bytes".getBytes(StandardCharsets.UTF_8);

    private final KeyPair own;
    private final KeyPair other;

    KeyKind(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            this.own = generator.generateKeyPair();
            this.other = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair pair() {
        return own;
    }

    /** Ours, at a moment that stands still. */
    Tokens tokens(Instant now) {
        return tokens(key(own, SECRET_BYTES), now);
    }

    /** Somebody else's. */
    Tokens others(Instant now) {
        return tokens(key(other, OTHER_SECRET), now);
    }

    private TokenKey key(KeyPair pair, byte[] secret) {
        return switch (this) {
            case SECRET -> new TokenKey.Secret(new SecretKeySpec(secret, "HmacSHA256"));
            case RSA -> new TokenKey.Rsa(pair);
            case ED25519 -> new TokenKey.Ed25519(pair);
        };
    }

    private static Tokens tokens(TokenKey key, Instant now) {
        return new Tokens(SigningKey.of(key), Clock.fixed(now, ZoneOffset.UTC));
    }
}
