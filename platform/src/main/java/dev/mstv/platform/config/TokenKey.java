package dev.mstv.platform.config;

import java.security.KeyPair;
import javax.crypto.SecretKey;

/** What access and refresh tokens are signed with. */
public sealed interface TokenKey {

    /** A shared secret, for HS256. */
    record Secret(SecretKey key) implements TokenKey {}

    /** For RS256. */
    record Rsa(KeyPair pair) implements TokenKey {}

    /** For EdDSA. */
    record Ed25519(KeyPair pair) implements TokenKey {}
}
