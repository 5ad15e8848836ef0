package dev.mstv.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.mstv.platform.config.TokenKey;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/** What tokens are signed with: a shared secret, or a key pair whose public half is published. */
record SigningKey(JWSAlgorithm algorithm, String id, JWSSigner signer, JWSVerifier verifier, List<JWK> published) {

    private static final int RAW_ED25519_BYTES = 32;

    static SigningKey of(TokenKey key) {
        try {
            return switch (key) {
                case TokenKey.Secret(var secret) -> ofSecret(secret);
                case TokenKey.Rsa(var pair) -> ofRsa(pair);
                case TokenKey.Ed25519(var pair) -> ofEd25519(pair);
            };
        } catch (JOSEException e) {
            throw new IllegalStateException("The token key cannot be used", e);
        }
    }

    Map<String, Object> jwks() {
        return new JWKSet(published).toJSONObject();
    }

    private static SigningKey ofSecret(SecretKey secret) throws JOSEException {
        return new SigningKey(JWSAlgorithm.HS256, "secret", new MACSigner(secret), new MACVerifier(secret), List.of());
    }

    private static SigningKey ofRsa(KeyPair pair) throws JOSEException {
        RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
        String id = new RSAKey.Builder(publicKey).build().computeThumbprint().toString();
        JWK jwk = new RSAKey.Builder(publicKey)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
        return new SigningKey(
                JWSAlgorithm.RS256,
                id,
                new RSASSASigner(pair.getPrivate()),
                new RSASSAVerifier(publicKey),
                List.of(jwk));
    }

    private static SigningKey ofEd25519(KeyPair pair) throws JOSEException {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_ED25519_BYTES, encoded.length);
        String id = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw))
                .build()
                .computeThumbprint()
                .toString();
        JWK jwk = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw))
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .build();
        return new SigningKey(
                JWSAlgorithm.EdDSA,
                id,
                new Ed25519.Signer(pair.getPrivate()),
                new Ed25519.Verifier(pair.getPublic()),
                List.of(jwk));
    }
}
