package dev.mstv.platform.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Reads a private key in PKCS #8 PEM form (RFC 5958, RFC 7468) and derives its public half. */
final class PrivateKeys {

    private static final int LEAST_RSA_BITS = 2048;

    private PrivateKeys() {}

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if the text is not an Ed25519 key or an RSA key of at least 2048 bits
     */
    static TokenKey parse(String pem) {
        String body = pem.replace("-----BEGIN PRIVATE KEY-----", "")
                .replace("-----END PRIVATE KEY-----", "")
                .replaceAll("\\s", "");
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        try {
            return ed25519(KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
        } catch (GeneralSecurityException notEd25519) {
            try {
                return rsa(KeyFactory.getInstance("RSA").generatePrivate(encoded));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("Neither an Ed25519 nor an RSA key", e);
            }
        }
    }

    private static TokenKey rsa(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new IllegalArgumentException("Not an RSA key of at least 2048 bits");
        }
        RSAPublicKeySpec half = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        return new TokenKey.Rsa(new KeyPair(KeyFactory.getInstance("RSA").generatePublic(half), key));
    }

    private static TokenKey ed25519(PrivateKey key) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalArgumentException("The key does not show its bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        // The JDK derives no public key from a private one, but a pair from a seed, and the seed is the private key.
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return new TokenKey.Ed25519(generator.generateKeyPair());
    }

    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
